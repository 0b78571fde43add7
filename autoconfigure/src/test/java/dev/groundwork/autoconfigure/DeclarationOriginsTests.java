package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeclarationOrigins}.
 */
class DeclarationOriginsTests {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final StandardEnvironment environment = new StandardEnvironment();

	private final DeclarationOrigins origins = new DeclarationOrigins(this.beanFactory, this.environment);

	@Test
	void beanIsNamedWithTheClassOrFileThatDefinesIt() {
		RootBeanDefinition definition = new RootBeanDefinition(Object.class);
		definition.setResourceDescription("com.example.Topology");
		this.beanFactory.registerBeanDefinition("orders", definition);
		assertThat(this.origins.ofBean("orders")).isEqualTo("bean 'orders' in com.example.Topology");
	}

	@Test
	void beanThatIsDefinedNowhereIsNamed() {
		this.beanFactory.registerBeanDefinition("orders", new RootBeanDefinition(Object.class));
		assertThat(this.origins.ofBean("orders")).isEqualTo("bean 'orders'");
	}

	@Test
	void beanWithoutDefinitionComesFromAListener() {
		this.beanFactory.registerSingleton("anything#0", new Object());
		assertThat(this.origins.ofBean("anything#0")).isEqualTo("@RabbitListener(bindings = …)");
	}

	@Test
	void propertyIsNamedWithFileLineAndColumn() throws IOException {
		MutablePropertySources sources = this.environment.getPropertySources();
		new YamlPropertySourceLoader().load("service", new ClassPathResource("autoconfigure/queues.yml"))
			.forEach(sources::addLast);
		assertThat(this.origins.ofProperty("groundwork.rabbitmq.queues[1]", "name"))
			.isEqualTo("groundwork.rabbitmq.queues[1] at classpath:autoconfigure/queues.yml:5:15");
	}

	@Test
	void propertyOfTheEnvironmentIsNamedWithItsVariable() {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					Map.of("GROUNDWORK_RABBITMQ_QUEUES_0_NAME", "orders")));
		assertThat(this.origins.ofProperty("groundwork.rabbitmq.queues[0]", "name"))
			.isEqualTo("groundwork.rabbitmq.queues[0] at environment variable GROUNDWORK_RABBITMQ_QUEUES_0_NAME");
	}

	@Test
	void propertyThatIsNotSetIsNamed() {
		assertThat(this.origins.ofProperty("groundwork.rabbitmq.queues[0]", "name"))
			.isEqualTo("groundwork.rabbitmq.queues[0]");
	}

}
