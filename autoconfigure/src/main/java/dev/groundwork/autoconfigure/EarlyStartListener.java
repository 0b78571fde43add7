package dev.groundwork.autoconfigure;

import dev.groundwork.startup.StartupObservation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Begins to observe the start of an application as soon as its properties are known,
 * before it can log. What fails is told when it can.
 */
class EarlyStartListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Environment environment = event.getEnvironment();
		if (!OnGroundworkCondition.isOn(environment)) {
			return;
		}
		StartupObservation observation = new StartupObservation(Thread.currentThread());
		// A run that ends by itself starts nothing that could hang or be probed
		if (JobRun.of(environment).requested()) {
			event.getBootstrapContext()
				.addCloseListener((closed) -> EarlyStart.register(observation, closed.getApplicationContext()));
		}
		else {
			observe(event, observation);
		}
	}

	private void observe(ApplicationEnvironmentPreparedEvent event, StartupObservation observation) {
		SpringApplication application = event.getSpringApplication();
		EarlyStart start = EarlyStart.begin(observation, event.getEnvironment());
		application.setApplicationStartup(observation.observe(application.getApplicationStartup()));
		application.addListeners(start);
		event.getBootstrapContext().addCloseListener((closed) -> start.contextPrepared(closed.getApplicationContext()));
	}

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER - 1;
	}

}
