package dev.groundwork.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Bindable.BindRestriction;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.validation.Validator;

/**
 * {@link BindHandler} with which Spring Boot binds a {@link ConfigurationProperties}
 * bean.
 */
final class PropertiesBindHandler extends AbstractBindHandler {

	private PropertiesBindHandler(BindHandler parent) {
		super(parent);
	}

	static BindHandler of(PropertiesTarget target, Validator... validators) {
		BindHandler handler = new PropertiesBindHandler(new IgnoreTopLevelConverterNotFoundBindHandler());
		if (target.ignoresInvalidFields()) {
			handler = new IgnoreErrorsBindHandler(handler);
		}
		if (!target.ignoresUnknownFields()) {
			handler = new NoUnboundElementsBindHandler(handler, new UnboundElementsSourceFilter());
		}
		return (validators.length > 0) ? new ValidationBindHandler(handler, validators) : handler;
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		return restricted(target);
	}

	static <T> Bindable<T> restricted(Bindable<T> target) {
		Class<?> type = target.getType().resolve();
		boolean properties = type != null && MergedAnnotations.from(type).isPresent(ConfigurationProperties.class);
		return properties ? target.withBindRestrictions(BindRestriction.NO_DIRECT_PROPERTY) : target;
	}

}
