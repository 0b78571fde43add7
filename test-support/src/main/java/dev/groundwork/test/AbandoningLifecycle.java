package dev.groundwork.test;

import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

/**
 * {@link LifecycleProcessor} that starts nothing: it looks at the beans, which all exist
 * by then, and abandons the run.
 */
final class AbandoningLifecycle implements LifecycleProcessor {

	private final Runnable look;

	private final ConfigurableApplicationContext context;

	AbandoningLifecycle(Runnable look, ConfigurableApplicationContext context) {
		this.look = look;
		this.context = context;
	}

	@Override
	public void onRefresh() {
		try {
			this.look.run();
		}
		finally {
			// Nobody is told of a run that is abandoned, and whoever watches it would go
			// on
			this.context.close();
		}
		throw new AbandonedRunException(this.context);
	}

	@Override
	public void onClose() {
	}

	@Override
	public void start() {
	}

	@Override
	public void stop() {
	}

	@Override
	public boolean isRunning() {
		return false;
	}

}
