package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.startup.Startup;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Refuses traffic when the application begins to close, and gives the load balancer time
 * to notice before anything stops. First of all listeners: others stop what still serves.
 */
final class ShutdownDrain implements ApplicationListener<ApplicationContextEvent>, Ordered {

	private static final Log logger = LogFactory.getLog(ShutdownDrain.class);

	private final ApplicationContext context;

	private final Readiness readiness;

	private final Startup startup;

	private final Duration period;

	/**
	 * Never counted down: nothing ends the wait but the period and an interrupt.
	 */
	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile boolean ready;

	ShutdownDrain(ApplicationContext context, Readiness readiness, Startup startup, Duration period) {
		this.context = context;
		this.readiness = readiness;
		this.startup = startup;
		this.period = period;
	}

	@Override
	public void onApplicationEvent(ApplicationContextEvent event) {
		if (event.getApplicationContext() != this.context) {
			return;
		}
		if (event instanceof GroundworkReadyEvent) {
			this.ready = true;
		}
		else if (event instanceof ContextClosedEvent) {
			close();
		}
	}

	private void close() {
		this.readiness.refuse();
		// A task that goes on would start listeners after they were stopped
		this.startup.stop();
		if (this.ready && !this.period.isZero()) {
			drain();
		}
	}

	private void drain() {
		logger.info("Not ready any more, stopping in %d ms".formatted(this.period.toMillis()));
		try {
			this.ended.await(this.period.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			logger.info("Interrupted, stopping now");
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
