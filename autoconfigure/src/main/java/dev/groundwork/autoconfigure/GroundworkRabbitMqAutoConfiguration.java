package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.AttachedConsumers;
import dev.groundwork.rabbitmq.DeclarableBeans;
import dev.groundwork.rabbitmq.HeldListeners;
import dev.groundwork.rabbitmq.ListenerRampUp;
import dev.groundwork.rabbitmq.RabbitAdminTakeover;
import dev.groundwork.rabbitmq.RetryLadderRecoverer;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.startup.Startup;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.retry.MessageRecoverer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
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
@ConditionalOnBean(AbstractConnectionFactory.class)
@ConditionalOnBooleanProperty(name = "groundwork.rabbitmq.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RabbitMqProperties.class)
public final class GroundworkRabbitMqAutoConfiguration {

	@Bean
	static RabbitAdminTakeover groundworkRabbitAdminTakeover() {
		return new RabbitAdminTakeover();
	}

	@Bean
	static EagerListeners groundworkEagerListeners() {
		return new EagerListeners();
	}

	@Bean
	BrokerPlaces groundworkBrokerPlaces(ListableBeanFactory beanFactory) {
		return new BrokerPlaces(beanFactory);
	}

	@Bean
	DeclarableBeans groundworkDeclarableBeans(ConfigurableListableBeanFactory beanFactory, Environment environment,
			RabbitAdminTakeover takeover, ObjectProvider<AbstractConnectionFactory> connectionFactory) {
		return new DeclarableBeans(beanFactory, new DeclarationOrigins(beanFactory, environment)::ofBean, takeover,
				connectionFactory.getIfUnique());
	}

	@Bean
	RabbitMqPropertyDeclarations groundworkRabbitMqPropertyDeclarations(RabbitMqProperties properties,
			ConfigurableListableBeanFactory beanFactory, Environment environment, BrokerPlaces places) {
		return new RabbitMqPropertyDeclarations(properties, new DeclarationOrigins(beanFactory, environment), places);
	}

	@Bean
	RabbitMqProvisioners groundworkRabbitMqProvisioners(ObjectProvider<RabbitAdmin> admins, BrokerPlaces places,
			RabbitMqPropertyDeclarations properties, DeclarableBeans declarables, RabbitAdminTakeover takeover,
			RabbitMqProperties rabbitMqProperties, ListableBeanFactory beanFactory, Environment environment) {
		String application = environment.getProperty("spring.application.name", "application");
		ManagedPlaces management = new ManagedPlaces(new RabbitMqManagement(rabbitMqProperties.getManagement()),
				() -> listenerContainers(beanFactory), declarables);
		return new RabbitMqProvisioners(places, properties, declarables, admins, takeover, management,
				application + "/groundwork");
	}

	@Bean
	@ConditionalOnSingleCandidate(AbstractConnectionFactory.class)
	@ConditionalOnMissingBean(name = "rabbitMqProvisioner", search = SearchStrategy.CURRENT)
	Provisioner rabbitMqProvisioner(RabbitMqProvisioners provisioners) {
		return provisioners.primary();
	}

	@Bean(destroyMethod = "")
	ListenerRampUp groundworkListenerRampUp(RabbitMqProperties properties) {
		return new ListenerRampUp(properties.getRecovery().getRampUp());
	}

	// Nothing asks for it, so it would never exist where every bean is lazy
	@Bean
	@Lazy(false)
	ReconnectProvisioning groundworkReconnectProvisioning(Startup startup, Readiness readiness,
			ProvisioningTasks provisioningTasks, RabbitMqProvisioners provisioners,
			@Qualifier("rabbitMqProvisioner") ObjectProvider<Provisioner> primary,
			ObjectProvider<AbstractConnectionFactory> connectionFactory, RabbitMqProperties properties,
			ListenerRampUp rampUp) {
		ReconnectProvisioning reconnect = new ReconnectProvisioning(startup, readiness,
				properties.getRecovery().getJitter(), rampUp);
		Map<AbstractConnectionFactory, List<Provisioner>> all = new LinkedHashMap<>();
		AbstractConnectionFactory primaryFactory = connectionFactory.getIfUnique();
		if (primaryFactory != null) {
			primary.ifAvailable((provisioner) -> all.computeIfAbsent(primaryFactory, (factory) -> new ArrayList<>())
				.add(provisioner));
		}
		provisioners.byConnectionFactory()
			.forEach((factory, others) -> all.computeIfAbsent(factory, (key) -> new ArrayList<>()).addAll(others));
		all.forEach((factory, each) -> reconnect.watch(factory, each.stream().map(provisioningTasks::task).toList()));
		return reconnect;
	}

	@Bean
	@Conditional(RetryLadderConfigured.class)
	@ConditionalOnMissingBean(MessageRecoverer.class)
	RetryLadderRecoverer groundworkRetryLadderRecoverer(RabbitMqPropertyDeclarations properties) {
		return RetryRecoverers.of(properties.ladders());
	}

	@Bean
	AttachedConsumers groundworkAttachedConsumers() {
		return new AttachedConsumers();
	}

	@Bean
	HeldListeners groundworkHeldListeners(ListableBeanFactory beanFactory, DeclarableBeans declarables,
			RabbitAdminTakeover takeover, AttachedConsumers consumers) {
		return new HeldListeners(() -> listenerContainers(beanFactory), declarables, takeover, RabbitAdmin::new,
				consumers);
	}

	static Collection<AbstractMessageListenerContainer> listenerContainers(ListableBeanFactory beanFactory) {
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
	ListenersTask groundworkListenersTask(HeldListeners listeners, ProvisioningTasks provisioningTasks,
			ListenerRampUp rampUp, ListableBeanFactory beanFactory) {
		return new ListenersTask(listeners, () -> rampUp.watch(listenerContainers(beanFactory)),
				provisioningTasks.names());
	}

}
