package dev.groundwork.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a component of a {@code @ConfigurationProperties} type that is no secret under
 * contract. Stands where {@link SecretProperty} may stand, and is read in the same way.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
public @interface RequiredProperty {

	/**
	 * When the property is required, written as in {@link SecretProperty#requiredWhen()}.
	 * @return the condition, empty if the property is always required
	 */
	String requiredWhen() default "";

}
