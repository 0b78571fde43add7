package dev.groundwork.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a component of a {@code @ConfigurationProperties} type under contract as a secret:
 * a record component, a parameter of the constructor, a field or a getter, also of a type
 * that is nested in it. Read by {@code groundwork-contract-processor} when the type is
 * compiled; an entry of {@code groundwork.contract} for the same property replaces it as
 * a whole.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
public @interface SecretProperty {

	/**
	 * The one canonical environment variable that the property is read from.
	 * @return the name, empty if there is none
	 */
	String environment() default "";

	/**
	 * Other names that the value may be read from, with a warning.
	 * @return the names
	 */
	String[] aliases() default {};

	/**
	 * The fewest bytes of the decoded value.
	 * @return the number of bytes, {@code 0} for any length
	 */
	int minBytes() default 0;

	/**
	 * How the bytes are written.
	 * @return the encoding
	 */
	Encoding encoding() default Encoding.PLAIN;

	/**
	 * When the secret is required: {@code app.mail.enabled},
	 * {@code app.mail.provider=smtp}, {@code !app.mail.enabled} or
	 * {@code app.mail.provider!=smtp}. What is set is checked in any case.
	 * @return the condition, empty if the secret is always required
	 */
	String requiredWhen() default "";

}
