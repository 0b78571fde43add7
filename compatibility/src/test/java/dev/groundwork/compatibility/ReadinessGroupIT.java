package dev.groundwork.compatibility;

import dev.groundwork.compatibility.servlet.ServletApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A readiness group whose members the application has chosen.
 */
class ReadinessGroupIT {

	private static final String MEMBERS = "--management.endpoint.health.group.readiness.include=";

	@RegisterExtension
	static final Servers servers = new Servers();

	private final SpringApplicationBuilder application = new SpringApplicationBuilder(ServletApplication.class);

	@Test
	void gatesAreAmongTheMembersThatTheApplicationHasChosen() {
		try (ConfigurableApplicationContext context = servers.run("chosen", this.application, MEMBERS + "rabbit,ping",
				"--management.endpoint.health.validate-group-membership=true")) {
			Actuator actuator = Actuator.of(context).awaitReady();
			assertThat(actuator.readinessMembers()).containsExactlyInAnyOrder("rabbit", "ping", "groundwork");
			assertThat(actuator.gates()).contains("rabbitmq", "elasticsearch", "rabbitmq-listeners");
		}
	}

	@Test
	void applicationMayNameTheGatesItself() {
		try (ConfigurableApplicationContext context = servers.run("named", this.application,
				MEMBERS + "groundwork,readinessState", "--management.endpoint.health.validate-group-membership=true")) {
			assertThat(Actuator.of(context).awaitReady().readinessMembers()).containsExactlyInAnyOrder("groundwork",
					"readinessState");
		}
	}

	@Test
	void memberThatDoesNotExistStillEndsTheStart() {
		assertThatException()
			.isThrownBy(() -> servers.run("misspelt", this.application, MEMBERS + "rabbit,no-such-member"))
			.withStackTraceContaining("no-such-member");
	}

}
