package dev.groundwork.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.CustomEditorConfigurer;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.Formatter;

/**
 * What the application's own converters will convert to. They are beans, which cannot be
 * made yet.
 *
 * @param types the types; empty if there are none
 * @param any whether they may convert to any type
 */
record LaterConverters(Set<Class<?>> types, boolean any) {

	static LaterConverters of(ConfigurableListableBeanFactory beanFactory) {
		boolean any = beanFactory.containsBean(ConfigurableApplicationContext.CONVERSION_SERVICE_BEAN_NAME)
				|| beanFactory.getBeanNamesForType(CustomEditorConfigurer.class, true, false).length > 0;
		Set<Class<?>> types = new LinkedHashSet<>();
		for (String name : beanFactory.getBeanNamesForAnnotation(ConfigurationPropertiesBinding.class)) {
			ResolvableType converter = beanFactory.containsBeanDefinition(name)
					? beanFactory.getMergedBeanDefinition(name).getResolvableType() : ResolvableType.NONE;
			Class<?> type = Stream
				.of(converter.as(Converter.class).getGeneric(1), converter.as(ConverterFactory.class).getGeneric(1),
						converter.as(Formatter.class).getGeneric(0))
				.map(ResolvableType::resolve)
				.filter((resolved) -> resolved != null)
				.findFirst()
				.orElse(Object.class);
			any |= type == Object.class;
			types.add(type);
		}
		return new LaterConverters(types, any);
	}

	boolean convert(Bindable<?> target) {
		return this.any || convert(target.getType());
	}

	private boolean convert(ResolvableType target) {
		Class<?> type = target.resolve(Object.class);
		return this.types.stream().anyMatch((other) -> type.isAssignableFrom(other) || other.isAssignableFrom(type))
				|| (target.isArray() && convert(target.getComponentType()))
				|| Arrays.stream(target.getGenerics()).anyMatch(this::convert);
	}

}
