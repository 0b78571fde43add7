package dev.groundwork.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * An application of which the beans are created and nothing is started.
 *
 * @param application the class with {@code @SpringBootApplication}
 * @param properties its properties, each in the form {@code name=value}
 */
record UnstartedApplication(Class<?> application, List<String> properties) {

	/**
	 * A test has no secrets.
	 */
	private static final String WITHOUT_CONTRACT = "--groundwork.contract.enabled=false";

	UnstartedApplication {
		properties = List.copyOf(properties);
	}

	UnstartedApplication(Class<?> application) {
		this(application, List.of());
	}

	UnstartedApplication withProperties(String... more) {
		return new UnstartedApplication(this.application,
				Stream.concat(this.properties.stream(), Stream.of(more)).toList());
	}

	/**
	 * Create the beans, look at them and abandon the application.
	 * @param <T> what is looked for
	 * @param look looks at the beans, all of which exist
	 * @return what it saw
	 */
	<T> T look(Function<ConfigurableApplicationContext, T> look) {
		SpringApplication springApplication = new SpringApplication(this.application);
		AtomicReference<T> seen = new AtomicReference<>();
		springApplication.addInitializers((context) -> context.getBeanFactory()
			.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
					new AbandoningLifecycle(() -> seen.set(look.apply(context)), context)));
		try {
			springApplication.run(arguments());
		}
		catch (AbandonedRunException ex) {
			return seen.get();
		}
		throw new IllegalStateException("The application was to be abandoned before it starts");
	}

	private String[] arguments() {
		return Stream.concat(Stream.of(WITHOUT_CONTRACT), this.properties.stream().map((property) -> "--" + property))
			.toArray(String[]::new);
	}

}
