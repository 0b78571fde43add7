package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.groundwork.resource.Declaration;

import org.springframework.amqp.core.AbstractDeclarable;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The exchanges, queues and bindings that the application has as beans, also those that
 * Spring AMQP registers for {@code @RabbitListener(bindings = …)}.
 * <p>
 * What lives and dies with a connection (exclusive and auto-delete queues, and what is
 * bound to them) stays with the {@code RabbitAdmin}, which declares it on the connection
 * it belongs to. Everything else is taken over: {@code RabbitAdmin} is told not to
 * declare it.
 *
 * @since 0.1.0
 */
public final class DeclarableBeans {

	private final ListableBeanFactory beanFactory;

	private final Function<String, String> origins;

	private final Set<Declarable> takenOver = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * Create a new {@link DeclarableBeans} instance.
	 * @param beanFactory where the beans are
	 * @param origins tells for the name of a bean where it was declared
	 */
	public DeclarableBeans(ListableBeanFactory beanFactory, Function<String, String> origins) {
		this.beanFactory = beanFactory;
		this.origins = origins;
	}

	/**
	 * Read the beans and take over what is shared by all replicas.
	 * @return the declarations, in no particular order
	 */
	public List<Declaration> takeOver() {
		Map<Declarable, String> sources = sources();
		Set<String> connectionScoped = connectionScoped(sources.keySet());
		List<Declaration> declarations = new ArrayList<>();
		sources.forEach((declarable, source) -> {
			if (isOurs(declarable, connectionScoped)) {
				declarations.add(new Declaration(AmqpResources.of(declarable), source));
				takeOver(declarable);
			}
		});
		return declarations;
	}

	private boolean isOurs(Declarable declarable, Set<String> connectionScoped) {
		return (declarable.shouldDeclare() || this.takenOver.contains(declarable))
				&& declarable.getDeclaringAdmins().isEmpty() && !isConnectionScoped(declarable, connectionScoped)
				&& !AmqpResources.isImplicit(declarable);
	}

	private void takeOver(Declarable declarable) {
		this.takenOver.add(declarable);
		if (declarable instanceof AbstractDeclarable shared) {
			shared.setShouldDeclare(false);
		}
	}

	/**
	 * Return the names of all queues that are beans, also of those that are left to a
	 * {@code RabbitAdmin}.
	 * @return the names
	 */
	Set<String> queueNames() {
		return sources().keySet()
			.stream()
			.filter(Queue.class::isInstance)
			.map(DeclarableBeans::nameOf)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return the names of the queues that live and die with a connection.
	 * @return the names
	 */
	Set<String> connectionScopedQueues() {
		return sources().keySet()
			.stream()
			.filter(Queue.class::isInstance)
			.filter((declarable) -> isConnectionScoped(declarable, Set.of()))
			.map((declarable) -> ((Queue) declarable).getActualName())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Tell, after the take-over, whether only a {@code RabbitAdmin} declares anything
	 * that is left.
	 * @return whether there is anything left to declare
	 */
	boolean leaveAny() {
		return sources().keySet()
			.stream()
			.anyMatch((declarable) -> declarable.shouldDeclare() && !this.takenOver.contains(declarable)
					&& !AmqpResources.isImplicit(declarable));
	}

	private static Set<String> connectionScoped(Collection<Declarable> declarables) {
		return declarables.stream()
			.filter((declarable) -> !(declarable instanceof Binding) && isConnectionScoped(declarable, Set.of()))
			.map(DeclarableBeans::nameOf)
			.collect(Collectors.toSet());
	}

	private static boolean isConnectionScoped(Declarable declarable, Set<String> connectionScoped) {
		if (declarable instanceof Queue queue) {
			return queue.isExclusive() || queue.isAutoDelete() || queue.getName().isEmpty();
		}
		if (declarable instanceof Exchange exchange) {
			return exchange.isAutoDelete();
		}
		return declarable instanceof Binding binding && (connectionScoped.contains(binding.getDestination())
				|| connectionScoped.contains(binding.getExchange()));
	}

	private static String nameOf(Declarable declarable) {
		return (declarable instanceof Queue queue) ? queue.getActualName() : ((Exchange) declarable).getName();
	}

	private Map<Declarable, String> sources() {
		Map<Declarable, String> sources = new IdentityHashMap<>();
		Map<String, Declarable> beans = new LinkedHashMap<>();
		beans.putAll(this.beanFactory.getBeansOfType(Exchange.class, false, true));
		beans.putAll(this.beanFactory.getBeansOfType(Queue.class, false, true));
		beans.putAll(this.beanFactory.getBeansOfType(Binding.class, false, true));
		beans.forEach((name, declarable) -> sources.putIfAbsent(declarable, this.origins.apply(name)));
		this.beanFactory.getBeansOfType(Declarables.class, false, true)
			.forEach((name, declarables) -> declarables.getDeclarables()
				.forEach((declarable) -> sources.putIfAbsent(declarable, this.origins.apply(name))));
		return sources;
	}

}
