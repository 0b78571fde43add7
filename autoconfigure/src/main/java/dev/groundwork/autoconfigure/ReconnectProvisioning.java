package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.rabbitmq.client.ShutdownSignalException;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.rabbitmq.ListenerRampUp;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.startup.Startup;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Provisions RabbitMQ again when the application has connected anew: a broker may come
 * back without what it had. The work is done apart from the thread that connects, and a
 * little later on each replica than on the other. Only then do the listeners go on with
 * more than one consumer.
 */
final class ReconnectProvisioning implements DisposableBean {

	private static final Log logger = LogFactory.getLog(ReconnectProvisioning.class);

	private static final List<Diagnosis> UNVERIFIED = List.of(new Diagnosis(FailureKind.BLOCKED, "RabbitMQ topology",
			"not verified since the connection was lost", "a broker may come back without what it had",
			"Wait: this takes as long as the first start, and the jitter of 'groundwork.rabbitmq.recovery.jitter'."));

	private final Startup startup;

	private final Readiness readiness;

	private final Duration jitter;

	private final ListenerRampUp rampUp;

	private final List<Reconnection> reconnections = new CopyOnWriteArrayList<>();

	private final ScheduledExecutorService executor;

	ReconnectProvisioning(Startup startup, Readiness readiness, Duration jitter, ListenerRampUp rampUp) {
		this.startup = startup;
		this.readiness = readiness;
		this.jitter = jitter;
		this.rampUp = rampUp;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-reconnect-");
		threads.setDaemon(true);
		this.executor = Executors.newSingleThreadScheduledExecutor(threads);
	}

	/**
	 * Provision again whenever the application has connected anew.
	 * @param connectionFactory the connection factory of the application
	 * @param tasks what to do
	 */
	void watch(AbstractConnectionFactory connectionFactory, List<ProvisioningTask> tasks) {
		Reconnection reconnection = new Reconnection(connectionFactory, tasks);
		this.reconnections.add(reconnection);
		connectionFactory.addConnectionListener(reconnection);
	}

	/**
	 * Return what is not as declared since the application has lost its connection,
	 * without waiting for anything. Asked while the broker answers: what is not verified
	 * yet is verified soon, whether the application connects again or not.
	 * @param connectionFactory the connection factory of the application
	 * @return {@link FailureKind#BLOCKED} until it is verified, and why that has failed
	 * for good; empty if all is verified
	 */
	List<Diagnosis> check(AbstractConnectionFactory connectionFactory) {
		return of(connectionFactory).flatMap((reconnection) -> reconnection.check().stream()).toList();
	}

	/**
	 * Call the given action each time there is news for {@link #check}.
	 * @param connectionFactory the connection factory of the application
	 * @param action what to do; must not wait
	 */
	void onVerified(AbstractConnectionFactory connectionFactory, Runnable action) {
		of(connectionFactory).forEach((reconnection) -> reconnection.onVerified = action);
	}

	private Stream<Reconnection> of(AbstractConnectionFactory connectionFactory) {
		return this.reconnections.stream()
			.filter((reconnection) -> reconnection.connectionFactory == connectionFactory);
	}

	private boolean isInService() {
		return this.startup.completion().isDone() && !isStopping();
	}

	private boolean isStopping() {
		return this.readiness.snapshot().state() == ReadinessState.STOPPING;
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
		this.rampUp.close();
	}

	/**
	 * Provisions the places of a broker that are reached over one connection factory.
	 */
	private final class Reconnection implements ConnectionListener {

		private final AbstractConnectionFactory connectionFactory;

		private final List<ProvisioningTask> tasks;

		private final AtomicBoolean scheduled = new AtomicBoolean();

		private final AtomicInteger losses = new AtomicInteger();

		private volatile List<Diagnosis> state = List.of();

		private volatile Runnable onVerified = () -> {
		};

		Reconnection(AbstractConnectionFactory connectionFactory, List<ProvisioningTask> tasks) {
			this.connectionFactory = connectionFactory;
			this.tasks = List.copyOf(tasks);
		}

		@Override
		public void onShutDown(ShutdownSignalException signal) {
			if (!signal.isInitiatedByApplication() && isInService()) {
				this.losses.incrementAndGet();
				this.state = UNVERIFIED;
				ReconnectProvisioning.this.rampUp.lower(this.connectionFactory);
			}
		}

		@Override
		public void onCreate(@Nullable Connection connection) {
			schedule();
		}

		List<Diagnosis> check() {
			if (this.state == UNVERIFIED) {
				schedule();
			}
			return this.state;
		}

		private void schedule() {
			if (!isInService() || !this.scheduled.compareAndSet(false, true)) {
				return;
			}
			long bound = ReconnectProvisioning.this.jitter.toMillis();
			long delay = (bound > 0) ? ThreadLocalRandom.current().nextLong(bound) : 0;
			try {
				ReconnectProvisioning.this.executor.schedule(this::verify, delay, TimeUnit.MILLISECONDS);
			}
			catch (RejectedExecutionException ex) {
				logger.debug("Connected while the application ends, nothing is provisioned");
			}
		}

		private void verify() {
			this.scheduled.set(false);
			if (isStopping()) {
				return;
			}
			int known = this.losses.get();
			List<Diagnosis> failures = new ArrayList<>();
			for (ProvisioningTask task : this.tasks) {
				try {
					provision(task);
				}
				catch (DiagnosedException ex) {
					failures.addAll(ex.getDiagnoses());
					logger.error("The groundwork is no longer as declared: " + ex.getMessage(), ex);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					return;
				}
			}
			if (this.losses.get() == known) {
				this.state = List.copyOf(failures);
			}
			// What has failed for good is not a matter of load
			ReconnectProvisioning.this.rampUp.raise(this.connectionFactory);
			this.onVerified.run();
		}

		private void provision(ProvisioningTask task) throws InterruptedException {
			ProvisioningResult result = task.provision(logger::debug);
			if (result != null && !result.changes().isEmpty()) {
				logger.warn("Created again what the broker had lost: "
						+ result.changes().stream().map((step) -> step.id().toString()).toList());
			}
		}

	}

}
