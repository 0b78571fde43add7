package dev.groundwork.rabbitmq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.PatientRetry;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/**
 * The listener containers, held back until what they consume from is verified, then
 * started one after the other.
 *
 * @since 0.1.0
 */
public final class HeldListeners {

	private final Supplier<Collection<AbstractMessageListenerContainer>> containers;

	private final DeclarableBeans declarables;

	private final RabbitAdminTakeover takeover;

	private final Function<ConnectionFactory, AmqpAdmin> admins;

	private final AttachedConsumers consumers;

	private final List<AbstractMessageListenerContainer> held = new ArrayList<>();

	private Set<String> connectionScoped = Set.of();

	private boolean adminIsNeeded;

	/**
	 * Create a new {@link HeldListeners} instance.
	 * @param containers finds the containers, once they have been created
	 * @param declarables the application's declarables
	 * @param takeover what has been taken from the {@code RabbitAdmin}
	 * @param admins makes what looks queues up on a connection factory of the application
	 * @param consumers knows which consumers the broker has confirmed
	 */
	public HeldListeners(Supplier<Collection<AbstractMessageListenerContainer>> containers, DeclarableBeans declarables,
			RabbitAdminTakeover takeover, Function<ConnectionFactory, AmqpAdmin> admins, AttachedConsumers consumers) {
		this.containers = containers;
		this.declarables = declarables;
		this.takeover = takeover;
		this.admins = admins;
		this.consumers = consumers;
	}

	/**
	 * Keep the containers that are to start with the application from doing so. Called
	 * before the phase in which they would, on the thread that starts the application:
	 * nothing looks a bean up once connections are made.
	 */
	public void hold() {
		this.connectionScoped = this.declarables.connectionScopedQueues();
		this.adminIsNeeded = this.declarables.leaveAny();
		for (AbstractMessageListenerContainer container : this.containers.get()) {
			if (container.isAutoStartup()) {
				container.setAutoStartup(false);
				this.held.add(container);
			}
		}
	}

	/**
	 * Start the containers that were held and wait until the broker has confirmed their
	 * consumers.
	 * @param waitingFor told what is being waited for
	 * @throws InterruptedException if the thread was interrupted
	 */
	public void start(Consumer<String> waitingFor) throws InterruptedException {
		if (this.adminIsNeeded) {
			this.takeover.handBack();
		}
		for (AbstractMessageListenerContainer container : this.held) {
			awaitQueues(container, waitingFor);
			container.start();
			container.setAutoStartup(true);
		}
		for (AbstractMessageListenerContainer container : this.held) {
			for (String queue : container.getQueueNames()) {
				this.consumers.await(queue, waitingFor);
			}
		}
	}

	private void awaitQueues(AbstractMessageListenerContainer container, Consumer<String> waitingFor)
			throws InterruptedException {
		for (String queue : container.getQueueNames()) {
			if (!this.connectionScoped.contains(queue)) {
				PatientRetry.standard()
					.run(queue, () -> requireQueue(queue, container),
							(diagnosis) -> waitingFor.accept(diagnosis.summary()));
			}
		}
	}

	private String requireQueue(String queue, AbstractMessageListenerContainer container) {
		try {
			if (this.admins.apply(container.getConnectionFactory()).getQueueInfo(queue) != null) {
				return queue;
			}
		}
		catch (AmqpException ex) {
			throw new DiagnosedException(
					unavailable(queue, "cannot be looked up", String.valueOf(ex), "See the broker's log."), ex);
		}
		throw new DiagnosedException(unavailable(queue, "does not exist and nothing here declares it",
				"needed by listener '%s'".formatted(container.getListenerId()),
				"Declare it (groundwork.rabbitmq.queues: [{name: %s}]), or start the service that does."
					.formatted(queue)),
				null);
	}

	private static Diagnosis unavailable(String queue, String cause, String evidence, String remedy) {
		return new Diagnosis(FailureKind.TRANSIENT, "queue '%s'".formatted(queue), cause, evidence, remedy);
	}

}
