package dev.groundwork.compatibility;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.groundwork.compatibility.servlet.ServletApplication;
import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupLifecycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A management server on a port of its own, which has a context of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class ManagementPortIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	private final List<ApplicationContext> management = new CopyOnWriteArrayList<>();

	private final List<GroundworkReadyEvent> ready = new CopyOnWriteArrayList<>();

	@Test
	void promisesAreKeptOnceByTheApplicationAndNotAgainByTheManagementContext(CapturedOutput output) {
		ApplicationListener<ApplicationEvent> listener = this::record;
		SpringApplicationBuilder application = new SpringApplicationBuilder(ServletApplication.class)
			.listeners(listener);
		try (ConfigurableApplicationContext context = servers.run("managed", application,
				"--management.server.port=0")) {
			Actuator actuator = Actuator.of(context, "local.management.port").awaitReady();
			servers.assertPromisesAreKept("managed", actuator);
			assertThat(actuator.gates()).contains("websocket-echo");
			assertThat(Actuator.of(context).status("/health/readiness")).isEqualTo(404);
			await().until(() -> !this.ready.isEmpty());
			assertThat(this.ready).hasSize(1);
			assertThat(output).containsOnlyOnce("READY in");
			assertThat(this.management).singleElement().satisfies((child) -> {
				assertThat(child.getBeanNamesForType(Startup.class)).isEmpty();
				assertThat(child.getBeanNamesForType(StartupLifecycle.class)).isEmpty();
			});
		}
	}

	private void record(ApplicationEvent event) {
		if (event instanceof WebServerInitializedEvent initialized
				&& "management".equals(initialized.getApplicationContext().getServerNamespace())) {
			this.management.add(initialized.getApplicationContext());
		}
		if (event instanceof GroundworkReadyEvent announced) {
			this.ready.add(announced);
		}
	}

}
