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

	private static final Diagnosis BEING_DECLARED = new Diagnosis(FailureKind.BLOCKED, "RabbitMQ topology",
			"being declared again", "the application has connected anew, and what it needs is not verified yet",
			"Wait: this takes as long as the first start, and the jitter of 'groundwork.rabbitmq.recovery.jitter'.");

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
	 * Return what is not as declared since the application has connected anew, without
	 * waiting for anything. For the check of the dependency.
	 * @return {@link FailureKind#BLOCKED} while it is being declared again, and why that
	 * has failed for good; empty if all is verified
	 */
	List<Diagnosis> check() {
		return this.reconnections.stream().flatMap((reconnection) -> reconnection.state.stream()).toList();
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

		private volatile List<Diagnosis> state = List.of();

		Reconnection(AbstractConnectionFactory connectionFactory, List<ProvisioningTask> tasks) {
			this.connectionFactory = connectionFactory;
			this.tasks = List.copyOf(tasks);
		}

		@Override
		public void onShutDown(ShutdownSignalException signal) {
			if (!signal.isInitiatedByApplication() && !isStopping()) {
				ReconnectProvisioning.this.rampUp.lower(this.connectionFactory);
			}
		}

		@Override
		public void onCreate(@Nullable Connection connection) {
			if (ReconnectProvisioning.this.startup.completion().isDone() && !isStopping()
					&& this.scheduled.compareAndSet(false, true)) {
				this.state = List.of(BEING_DECLARED);
				schedule();
			}
		}

		private void schedule() {
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
			this.state = this.scheduled.get() ? List.of(BEING_DECLARED) : List.copyOf(failures);
			// What has failed for good is not a matter of load
			ReconnectProvisioning.this.rampUp.raise(this.connectionFactory);
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
