package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.rabbitmq.BrokerWatch;
import dev.groundwork.rabbitmq.FailedListeners;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.readiness.DependencyEvents;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Checks the broker of each connection factory of the application.
 */
final class BrokerDependencies implements DependencyContributor, DisposableBean {

	private final ListableBeanFactory beanFactory;

	private final FailedListeners failedListeners;

	private final ReadinessProperties properties;

	private final String connectionName;

	private final List<BrokerWatch> watches = new ArrayList<>();

	BrokerDependencies(ListableBeanFactory beanFactory, FailedListeners failedListeners, ReadinessProperties properties,
			String connectionName) {
		this.beanFactory = beanFactory;
		this.failedListeners = failedListeners;
		this.properties = properties;
		this.connectionName = connectionName;
	}

	@Override
	public List<DependencyCheck> checks() {
		BrokerPlace primary = new BrokerPlaces(this.beanFactory).primary();
		List<DependencyCheck> checks = new ArrayList<>();
		this.beanFactory.getBeansOfType(AbstractConnectionFactory.class).forEach((bean, factory) -> {
			boolean isPrimary = primary != null && primary.factory() == factory;
			String name = isPrimary ? RabbitMqBackEnd.NAME : RabbitMqBackEnd.NAME + "@" + bean;
			BrokerWatch watch = new BrokerWatch(factory, this.connectionName,
					() -> GroundworkRabbitMqAutoConfiguration.listenerContainers(this.beanFactory),
					this.failedListeners, this.properties.dependency(name).clientTimeout());
			this.watches.add(watch);
			checks.add(new Check(name, watch));
		});
		return checks;
	}

	@Override
	public void destroy() {
		this.watches.forEach(BrokerWatch::close);
	}

	/**
	 * The check of one broker.
	 *
	 * @param name the name of the dependency
	 * @param watch watches the broker
	 */
	private record Check(String name, BrokerWatch watch) implements DependencyCheck {

		@Override
		public String getName() {
			return this.name;
		}

		@Override
		public List<Diagnosis> check() {
			return this.watch.check();
		}

		@Override
		public void listen(DependencyEvents events) {
			this.watch.listen(events::report);
		}

	}

}
