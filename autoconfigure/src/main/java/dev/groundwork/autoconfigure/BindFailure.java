package dev.groundwork.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * What went wrong when one property was bound.
 *
 * @param name the name of the property, or of what it is a part of
 * @param target what it should have become
 * @param property the property, or {@code null} if there is none of this name
 * @param error what went wrong, whose message may quote the value
 */
record BindFailure(ConfigurationPropertyName name, Bindable<?> target, @Nullable ConfigurationProperty property,
		Exception error) {

	static BindFailure of(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
		ConfigurationProperty property = context.getConfigurationProperty();
		boolean own = property != null && property.getName().equals(name);
		return new BindFailure(name, target, own ? property : null, error);
	}

	@Override
	public String toString() {
		return "'" + this.name + "': " + this.error.getClass().getName();
	}

}
