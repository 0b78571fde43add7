package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Switches off the automatic declaration of every {@link RabbitAdmin}, which declares on
 * the first connection, inside the connection's lock, and tries permanent errors again
 * there. Explicit calls of its methods work as ever.
 *
 * @since 0.1.0
 */
public final class RabbitAdminTakeover implements BeanPostProcessor {

	private final List<RabbitAdmin> admins = new ArrayList<>();

	private final List<RabbitAdmin> switchedOff = new ArrayList<>();

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof RabbitAdmin admin && admin.isAutoStartup()) {
			admin.setAutoStartup(false);
			this.admins.add(admin);
			this.switchedOff.add(admin);
		}
		return bean;
	}

	/**
	 * Return where an admin would have declared by itself.
	 * @param admin the admin
	 * @return the connection factory, empty if the admin declares only when it is asked
	 * to, or through something that is not one connection factory
	 */
	public Optional<AbstractConnectionFactory> declaringOn(RabbitAdmin admin) {
		return Optional.of(admin)
			.filter(this.admins::contains)
			.map((declaring) -> declaring.getRabbitTemplate().getConnectionFactory())
			.filter(AbstractConnectionFactory.class::isInstance)
			.map(AbstractConnectionFactory.class::cast);
	}

	DeclaringAdmins declaringAdmins() {
		return new DeclaringAdmins(this.admins);
	}

	/**
	 * Let the admins declare again what was left to them: that which lives and dies with
	 * a connection.
	 */
	void handBack() {
		for (RabbitAdmin admin : this.switchedOff) {
			admin.setAutoStartup(true);
			admin.afterPropertiesSet();
		}
		this.switchedOff.clear();
	}

}
