package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.BrokerWatch;
import dev.groundwork.rabbitmq.FailedListeners;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyEvents;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Checks the broker of each connection factory over which the application declares
 * something or listens, or that it asks to have checked.
 */
final class BrokerDependencies implements DependencyContributor, DisposableBean {

	private final ListableBeanFactory beanFactory;

	private final FailedListeners failedListeners;

	private final ReadinessProperties properties;

	private final RabbitMqProvisioners provisioners;

	private final ReconnectProvisioning reconnect;

	private final String connectionName;

	private final List<BrokerWatch> watches = new ArrayList<>();

	BrokerDependencies(ListableBeanFactory beanFactory, FailedListeners failedListeners, ReadinessProperties properties,
			RabbitMqProvisioners provisioners, ReconnectProvisioning reconnect, String connectionName) {
		this.beanFactory = beanFactory;
		this.failedListeners = failedListeners;
		this.properties = properties;
		this.provisioners = provisioners;
		this.reconnect = reconnect;
		this.connectionName = connectionName;
	}

	@Override
	public List<DependencyCheck> checks() {
		BrokerPlace primary = new BrokerPlaces(this.beanFactory).primary();
		List<DependencyCheck> checks = new ArrayList<>();
		this.beanFactory.getBeansOfType(AbstractConnectionFactory.class).forEach((bean, factory) -> {
			boolean isPrimary = primary != null && primary.factory() == factory;
			String name = isPrimary ? RabbitMqBackEnd.NAME : RabbitMqBackEnd.NAME + "@" + bean;
			boolean used = isUsed(factory, isPrimary);
			if (used || this.properties.names(name)) {
				checks.add(new Check(name, used, factory, watch(factory, name), this.reconnect));
			}
		});
		return checks;
	}

	private boolean isUsed(AbstractConnectionFactory factory, boolean isPrimary) {
		boolean listens = GroundworkRabbitMqAutoConfiguration.listenerContainers(this.beanFactory)
			.stream()
			.anyMatch((container) -> container.getConnectionFactory() == factory);
		return listens || isPrimary && declares(this.provisioners.primary())
				|| this.provisioners.byConnectionFactory()
					.getOrDefault(factory, List.of())
					.stream()
					.anyMatch(BrokerDependencies::declares);
	}

	private static boolean declares(Provisioner provisioner) {
		return !provisioner.resolveDesiredState().isEmpty();
	}

	private BrokerWatch watch(AbstractConnectionFactory factory, String name) {
		BrokerWatch watch = new BrokerWatch(factory, this.connectionName,
				() -> GroundworkRabbitMqAutoConfiguration.listenerContainers(this.beanFactory), this.failedListeners,
				this.properties.dependency(name).clientTimeout());
		this.watches.add(watch);
		return watch;
	}

	@Override
	public void destroy() {
		this.watches.forEach(BrokerWatch::close);
	}

	/**
	 * The check of one broker.
	 *
	 * @param name the name of the dependency
	 * @param isVerifiedByStart whether something is declared or listens there
	 * @param factory the application's connection factory
	 * @param watch watches the broker
	 * @param reconnect knows what is not verified since the connection was lost
	 */
	private record Check(String name, boolean isVerifiedByStart, AbstractConnectionFactory factory, BrokerWatch watch,
			ReconnectProvisioning reconnect) implements DependencyCheck {

		@Override
		public String getName() {
			return this.name;
		}

		@Override
		public List<Diagnosis> check() {
			List<Diagnosis> found = this.watch.check();
			return found.isEmpty() ? this.reconnect.check(this.factory) : found;
		}

		@Override
		public void listen(DependencyEvents events) {
			this.watch.listen(events::report);
			this.reconnect.onVerified(this.factory, () -> events.report(List.of()));
		}

	}

}
