package dev.groundwork.autoconfigure;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The methods with {@code @RabbitListener(bindings = …)}. Spring AMQP registers what they
 * declare under the name of the exchange or queue and a running number.
 */
final class ListenerMethods {

	private static final String SPRING = "org.springframework.";

	private final ConfigurableListableBeanFactory beanFactory;

	private @Nullable List<Method> methods;

	ListenerMethods(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the methods for which a declarable may have been registered.
	 * @param beanName the name under which it was registered
	 * @return the methods, or nothing but the annotation if there is none
	 */
	String declaring(String beanName) {
		String found = methods().stream()
			.filter((method) -> bindings(method).anyMatch((binding) -> registers(binding, beanName)))
			.map((method) -> ClassUtils.getShortName(method.getDeclaringClass()) + "." + method.getName())
			.distinct()
			.sorted()
			.collect(Collectors.joining(" and "));
		return found.isEmpty() ? "@RabbitListener(bindings = …)" : "@RabbitListener " + found;
	}

	private boolean registers(QueueBinding binding, String beanName) {
		return Stream.of(binding.exchange().value(), binding.value().value())
			.map(this.beanFactory::resolveEmbeddedValue)
			.filter((name) -> name != null && !name.isEmpty())
			.anyMatch((name) -> beanName.matches(Pattern.quote(name) + "(\\..*)?\\d+"));
	}

	private List<Method> methods() {
		List<Method> known = this.methods;
		if (known == null) {
			known = Arrays.stream(this.beanFactory.getBeanDefinitionNames())
				.map((name) -> this.beanFactory.getType(name, false))
				.filter(Objects::nonNull)
				.filter((type) -> !type.getName().startsWith(SPRING))
				.flatMap((type) -> Arrays
					.stream(ReflectionUtils.getUniqueDeclaredMethods(ClassUtils.getUserClass(type))))
				.filter((method) -> bindings(method).findAny().isPresent())
				.distinct()
				.toList();
			this.methods = known;
		}
		return known;
	}

	private static Stream<QueueBinding> bindings(Method method) {
		return MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY)
			.stream(RabbitListener.class)
			.map(MergedAnnotation::synthesize)
			.flatMap((listener) -> Arrays.stream(listener.bindings()));
	}

}
