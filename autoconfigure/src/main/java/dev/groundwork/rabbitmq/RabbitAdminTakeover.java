package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.List;

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

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof RabbitAdmin admin && admin.isAutoStartup()) {
			admin.setAutoStartup(false);
			this.admins.add(admin);
		}
		return bean;
	}

	/**
	 * Let the admins declare again what was left to them: that which lives and dies with
	 * a connection.
	 */
	void handBack() {
		for (RabbitAdmin admin : this.admins) {
			admin.setAutoStartup(true);
			admin.afterPropertiesSet();
		}
		this.admins.clear();
	}

}
