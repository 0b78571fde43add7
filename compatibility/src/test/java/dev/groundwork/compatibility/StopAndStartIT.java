package dev.groundwork.compatibility;

import dev.groundwork.compatibility.servlet.ServletApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A context that is stopped and started again, as around a checkpoint of the JVM.
 */
class StopAndStartIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	private final SpringApplicationBuilder application = new SpringApplicationBuilder(ServletApplication.class);

	@Test
	void promisesAreKeptAfterTheContextWasStoppedAndStarted() {
		try (ConfigurableApplicationContext context = servers.run("resumed", this.application)) {
			Actuator.of(context).awaitReady();
			context.stop();
			context.start();
			servers.assertPromisesAreKept("resumed", Actuator.of(context).awaitReady());
		}
	}

	@Test
	void promisesAreKeptAfterTheContextWasPausedAndRestarted() {
		try (ConfigurableApplicationContext context = servers.run("paused", this.application)) {
			Actuator.of(context).awaitReady();
			context.pause();
			context.restart();
			servers.assertPromisesAreKept("paused", Actuator.of(context).awaitReady());
		}
	}

}
