package dev.groundwork.rabbitmq;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.util.ReflectionUtils;

/**
 * The admins that would declare by themselves, and so the connection factories on which a
 * declarable is meant to exist.
 */
final class DeclaringAdmins {

	private final List<RabbitAdmin> admins;

	DeclaringAdmins(Collection<RabbitAdmin> admins) {
		this.admins = List.copyOf(admins);
	}

	boolean isEmpty() {
		return this.admins.isEmpty();
	}

	Set<ConnectionFactory> connectionFactories(Declarable declarable) {
		Set<ConnectionFactory> factories = new LinkedHashSet<>();
		this.admins.stream()
			.filter((admin) -> declares(admin, declarable))
			.forEach((admin) -> factories.add(admin.getRabbitTemplate().getConnectionFactory()));
		return factories;
	}

	private static boolean declares(RabbitAdmin admin, Declarable declarable) {
		Collection<?> named = declarable.getDeclaringAdmins();
		if (named.isEmpty()) {
			return !declaresOnlyWhatNamesIt(admin);
		}
		return named.contains(admin) || named.contains(admin.getBeanName());
	}

	private static boolean declaresOnlyWhatNamesIt(RabbitAdmin admin) {
		// Spring AMQP lets this be set but not be read
		Field field = ReflectionUtils.findField(RabbitAdmin.class, "explicitDeclarationsOnly");
		if (field == null) {
			return false;
		}
		ReflectionUtils.makeAccessible(field);
		return Boolean.TRUE.equals(ReflectionUtils.getField(field, admin));
	}

}
