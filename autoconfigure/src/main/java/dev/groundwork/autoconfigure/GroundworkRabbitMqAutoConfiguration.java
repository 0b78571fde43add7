package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.AttachedConsumers;
import dev.groundwork.rabbitmq.DeclarableBeans;
import dev.groundwork.rabbitmq.HeldListeners;
import dev.groundwork.rabbitmq.ListenerQueues;
import dev.groundwork.rabbitmq.RabbitAdminTakeover;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;
import dev.groundwork.resource.Declaration;
import dev.groundwork.startup.Startup;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the RabbitMQ back end.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = GroundworkAutoConfiguration.class,
		afterName = { "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
				"org.springframework.boot.rabbitmq.autoconfigure.RabbitAutoConfiguration" })
@ConditionalOnGroundwork
@ConditionalOnClass(RabbitAdmin.class)
@ConditionalOnSingleCandidate(AbstractConnectionFactory.class)
@ConditionalOnBooleanProperty(name = "groundwork.rabbitmq.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RabbitMqProperties.class)
public final class GroundworkRabbitMqAutoConfiguration {

	@Bean
	static RabbitAdminTakeover groundworkRabbitAdminTakeover() {
		return new RabbitAdminTakeover();
	}

	@Bean
	DeclarableBeans groundworkDeclarableBeans(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return new DeclarableBeans(beanFactory, new DeclarationOrigins(beanFactory, environment)::ofBean);
	}

	@Bean
	@ConditionalOnMissingBean(name = "rabbitMqProvisioner")
	Provisioner rabbitMqProvisioner(AbstractConnectionFactory connectionFactory, DeclarableBeans declarables,
			RabbitMqProperties properties, ConfigurableListableBeanFactory beanFactory, Environment environment) {
		RabbitMqPropertyDeclarations propertyDeclarations = new RabbitMqPropertyDeclarations(properties,
				new DeclarationOrigins(beanFactory, environment));
		String application = environment.getProperty("spring.application.name", "application");
		Provisioner provisioner = RabbitMqBackEnd.provisioner(connectionFactory, application + "/groundwork", () -> {
			List<Declaration> declarations = new ArrayList<>(declarables.takeOver());
			declarations.addAll(propertyDeclarations.declarations());
			return declarations;
		});
		ListenerQueues listeners = new ListenerQueues(() -> listenerContainers(beanFactory).stream()
			.filter((container) -> container.getConnectionFactory() == connectionFactory)
			.toList(), declarables);
		return RabbitMqBackEnd.managed(provisioner, listeners,
				new RabbitMqManagement(properties.getManagement()).access(connectionFactory));
	}

	@Bean
	ReconnectProvisioning groundworkReconnectProvisioning(Startup startup, ProvisioningTasks provisioningTasks,
			@Qualifier("rabbitMqProvisioner") Provisioner provisioner, AbstractConnectionFactory connectionFactory) {
		ReconnectProvisioning reconnect = new ReconnectProvisioning(startup, provisioningTasks.task(provisioner));
		connectionFactory.addConnectionListener(reconnect);
		return reconnect;
	}

	@Bean
	AttachedConsumers groundworkAttachedConsumers() {
		return new AttachedConsumers();
	}

	@Bean
	HeldListeners groundworkHeldListeners(ListableBeanFactory beanFactory, DeclarableBeans declarables,
			RabbitAdminTakeover takeover, AbstractConnectionFactory connectionFactory, AttachedConsumers consumers) {
		return new HeldListeners(() -> listenerContainers(beanFactory), declarables, takeover,
				new RabbitAdmin(connectionFactory), consumers);
	}

	private static Collection<AbstractMessageListenerContainer> listenerContainers(ListableBeanFactory beanFactory) {
		Set<AbstractMessageListenerContainer> containers = new LinkedHashSet<>(
				beanFactory.getBeansOfType(AbstractMessageListenerContainer.class, false, false).values());
		beanFactory.getBeansOfType(RabbitListenerEndpointRegistry.class)
			.values()
			.stream()
			.flatMap((registry) -> registry.getListenerContainers().stream())
			.filter(AbstractMessageListenerContainer.class::isInstance)
			.map(AbstractMessageListenerContainer.class::cast)
			.forEach(containers::add);
		return containers;
	}

	@Bean
	ListenersTask groundworkListenersTask(HeldListeners listeners, ProvisioningTasks provisioningTasks) {
		return new ListenersTask(listeners, provisioningTasks.names());
	}

}
