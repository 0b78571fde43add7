package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.BindMethod;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionException;

/**
 * {@link BindHandler} that converts every property and sets none, so that there need be
 * no object: what a {@code @Bean} method returns is not known before it is called.
 */
final class DryBindHandler extends CollectingBindHandler {

	DryBindHandler(Predicate<BindFailure> ignored) {
		super(List.of(), ignored.or((failure) -> !(failure.error() instanceof ConversionException)));
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		if (isElement(name)) {
			return super.onStart(name, target, context);
		}
		Bindable<T> absent = Bindable.<T>of(target.getType())
			.withAnnotations(target.getAnnotations())
			.withBindMethod(BindMethod.JAVA_BEAN);
		return super.onStart(name, absent, context);
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		return isElement(name) ? result : null;
	}

	private static boolean isElement(ConfigurationPropertyName name) {
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			if (name.isNumericIndex(i)) {
				return true;
			}
		}
		return false;
	}

}
