package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.provision.ProvisioningResult;
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
 * little later on each replica than on the other.
 */
final class ReconnectProvisioning implements DisposableBean {

	private static final Log logger = LogFactory.getLog(ReconnectProvisioning.class);

	private static final Duration JITTER = Duration.ofSeconds(1);

	private final Startup startup;

	private final ScheduledExecutorService executor;

	ReconnectProvisioning(Startup startup) {
		this.startup = startup;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-reconnect-");
		threads.setDaemon(true);
		this.executor = Executors.newSingleThreadScheduledExecutor(threads);
	}

	/**
	 * Provision again whenever the application has connected anew.
	 * @param connectionFactory the connection factory of the application
	 * @param task what to do
	 */
	void watch(AbstractConnectionFactory connectionFactory, ProvisioningTask task) {
		connectionFactory.addConnectionListener(new Reconnection(task));
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

	/**
	 * Provisions one place of a broker.
	 */
	private final class Reconnection implements ConnectionListener {

		private final ProvisioningTask task;

		private final AtomicBoolean scheduled = new AtomicBoolean();

		Reconnection(ProvisioningTask task) {
			this.task = task;
		}

		@Override
		public void onCreate(@Nullable Connection connection) {
			if (ReconnectProvisioning.this.startup.completion().isDone() && this.scheduled.compareAndSet(false, true)) {
				long delay = ThreadLocalRandom.current().nextLong(JITTER.toMillis());
				ReconnectProvisioning.this.executor.schedule(this::provision, delay, TimeUnit.MILLISECONDS);
			}
		}

		private void provision() {
			this.scheduled.set(false);
			try {
				ProvisioningResult result = this.task.provision(logger::debug);
				if (result != null && !result.changes().isEmpty()) {
					logger.warn("Created again what the broker had lost: "
							+ result.changes().stream().map((step) -> step.id().toString()).toList());
				}
			}
			catch (DiagnosedException ex) {
				logger.error("The groundwork is no longer as declared: " + ex.getMessage(), ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
