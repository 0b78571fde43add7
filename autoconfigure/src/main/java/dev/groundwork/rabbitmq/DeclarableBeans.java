package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.AbstractDeclarable;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
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

	private final RabbitAdminTakeover takeover;

	private final @Nullable ConnectionFactory defaultConnectionFactory;

	private final Set<Declarable> takenOver = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * Create a new {@link DeclarableBeans} instance.
	 * @param beanFactory where the beans are
	 * @param origins tells for the name of a bean where it was declared
	 * @param takeover knows the admins that would have declared
	 * @param defaultConnectionFactory where to declare if there are no admins, or
	 * {@code null} for nowhere
	 */
	public DeclarableBeans(ListableBeanFactory beanFactory, Function<String, String> origins,
			RabbitAdminTakeover takeover, @Nullable ConnectionFactory defaultConnectionFactory) {
		this.beanFactory = beanFactory;
		this.origins = origins;
		this.takeover = takeover;
		this.defaultConnectionFactory = defaultConnectionFactory;
	}

	/**
	 * Read the beans and take over what is shared by all replicas.
	 * @param connectionFactory the connection factory on which it is to be declared
	 * @return the declarations, in no particular order
	 */
	public List<Declaration> takeOver(ConnectionFactory connectionFactory) {
		Map<Declarable, String> sources = sources();
		ConnectionScope connectionScope = ConnectionScope.of(sources.keySet());
		List<Declaration> declarations = new ArrayList<>();
		Map<Declarable, String> undeclared = new IdentityHashMap<>();
		sources.forEach((declarable, source) -> {
			if (connectionScope.contains(declarable) || AmqpResources.isImplicit(declarable)
					|| !belongsTo(connectionFactory, declarable)) {
				return;
			}
			if (declarable.shouldDeclare() || this.takenOver.contains(declarable)) {
				declarations.add(new Declaration(AmqpResources.of(declarable), source));
				takeOver(declarable);
			}
			else {
				undeclared.put(declarable, source);
			}
		});
		declarations.addAll(external(undeclared, ends(declarations)));
		return declarations;
	}

	/**
	 * What must not be declared but is needed by a binding is somebody else's.
	 * @param undeclared the declarables that must not be declared, with their sources
	 * @param needed what the bindings need
	 * @return the declarations of what is awaited
	 */
	private static List<Declaration> external(Map<Declarable, String> undeclared, Set<ResourceId> needed) {
		List<Declaration> declarations = new ArrayList<>();
		undeclared.forEach((declarable, source) -> {
			Resource resource = AmqpResources.of(declarable);
			if (needed.contains(resource.id())) {
				declarations.add(new Declaration(resource, source, true));
			}
		});
		return declarations;
	}

	private static Set<ResourceId> ends(List<Declaration> declarations) {
		Set<ResourceId> ends = new HashSet<>();
		for (Declaration declaration : declarations) {
			if (declaration.resource() instanceof BindingResource binding) {
				ends.add(binding.exchangeId());
				ends.add(binding.destinationId());
			}
		}
		return ends;
	}

	/**
	 * Tell whether something is to exist on a connection factory and can be taken over on
	 * all on which it is to exist: only as a whole can it be taken from the admins.
	 * @param connectionFactory the connection factory
	 * @param declarable the exchange, queue or binding
	 * @return whether it is to be declared there
	 */
	private boolean belongsTo(ConnectionFactory connectionFactory, Declarable declarable) {
		DeclaringAdmins admins = this.takeover.declaringAdmins();
		if (admins.isEmpty() && declarable.getDeclaringAdmins().isEmpty()) {
			return connectionFactory.equals(this.defaultConnectionFactory);
		}
		Set<ConnectionFactory> factories = admins.connectionFactories(declarable);
		return factories.contains(connectionFactory)
				&& factories.stream().allMatch(AbstractConnectionFactory.class::isInstance);
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
			.map((declarable) -> ((Queue) declarable).getActualName())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return the names of the queues that live and die with a connection.
	 * @return the names
	 */
	Set<String> connectionScopedQueues() {
		List<Declarable> queues = sources().keySet().stream().filter(Queue.class::isInstance).toList();
		return ConnectionScope.of(queues).names();
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
