package dev.groundwork.autoconfigure;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.report.ProbeTarget;
import dev.groundwork.report.ProbeTargets;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProbePlaces}.
 */
class ProbePlacesTests {

	@Test
	void defaultsAreThoseOfActuator() {
		ProbeTargets targets = servlet();
		assertThat(targets.readiness()).isEqualTo(new ProbeTarget(8080, "/actuator/health/readiness", false));
		assertThat(targets.liveness()).isEqualTo(new ProbeTarget(8080, "/actuator/health/liveness", false));
		assertThat(targets.startup()).isEqualTo(targets.liveness());
	}

	@Test
	void earlyProbeServerComesFirst() {
		ProbeTargets targets = servlet("groundwork.probe.port=8090", "server.port=0");
		assertThat(targets.startup()).isEqualTo(new ProbeTarget(8090, "/startupz", false));
		assertThat(targets.readiness()).isEqualTo(new ProbeTarget(8090, "/readyz", false));
		assertThat(targets.liveness()).isEqualTo(new ProbeTarget(8090, "/livez", false));
	}

	@Test
	void pathsOfTheServletAndOfActuatorAreJoined() {
		assertThat(servlet("server.port=8443", "server.ssl.bundle=web", "server.servlet.context-path=/shop",
				"spring.mvc.servlet.path=/api/", "management.endpoints.web.base-path=/",
				"management.endpoints.web.path-mapping.health=status")
			.readiness()).isEqualTo(new ProbeTarget(8443, "/shop/api/status/readiness", true));
	}

	@Test
	void tlsThatIsSwitchedOffIsNone() {
		assertThat(servlet("server.ssl.bundle=web", "server.ssl.enabled=false").readiness().secure()).isFalse();
	}

	@Test
	void managementPortHasItsOwnPathAndScheme() {
		assertThat(servlet("server.servlet.context-path=/shop", "server.ssl.bundle=web", "management.server.port=9090",
				"management.server.base-path=/internal")
			.liveness()).isEqualTo(new ProbeTarget(9090, "/internal/actuator/health/liveness", false));
	}

	@Test
	void managementPortThatIsTheMainPortIsNoPortOfItsOwn() {
		assertThat(servlet("server.port=9090", "management.server.port=9090", "server.servlet.context-path=/shop")
			.liveness()).isEqualTo(new ProbeTarget(9090, "/shop/actuator/health/liveness", false));
	}

	@Test
	void additionalPathsAreOnTheMainPort() {
		ProbeTargets targets = servlet("management.server.port=9090",
				"management.endpoint.health.probes.add-additional-paths=true");
		assertThat(targets.readiness()).isEqualTo(new ProbeTarget(8080, "/readyz", false));
		assertThat(targets.liveness()).isEqualTo(new ProbeTarget(8080, "/livez", false));
	}

	@Test
	void additionalPathOfAGroupIsTaken() {
		assertThat(servlet("management.server.port=9090",
				"management.endpoint.health.group.readiness.additional-path=server:/up")
			.readiness()).isEqualTo(new ProbeTarget(8080, "/up", false));
		assertThat(servlet("management.server.port=9090",
				"management.endpoint.health.group.readiness.additional-path=management:/up")
			.readiness()).isEqualTo(new ProbeTarget(9090, "/up", false));
	}

	@Test
	void reactiveApplicationHasABasePath() {
		assertThat(targets(new ReactiveWebApplicationContextRunner(), "spring.webflux.base-path=/shop",
				"server.servlet.context-path=/ignored")
			.readiness()).isEqualTo(new ProbeTarget(8080, "/shop/actuator/health/readiness", false));
	}

	@Test
	void whatNobodyAnswersIsRefused() {
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> targets(new ApplicationContextRunner()))
			.withMessageContaining("no web server");
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> servlet("server.port=0"))
			.withMessageContaining("'server.port' is 0");
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> servlet("management.server.port=-1"))
			.withMessageContaining("'management.server.port' is negative");
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> servlet("management.endpoint.health.probes.enabled=false"))
			.withMessageContaining("probes.enabled");
	}

	private static ProbeTargets servlet(String... properties) {
		return targets(new WebApplicationContextRunner(), properties);
	}

	private static ProbeTargets targets(AbstractApplicationContextRunner<?, ?, ?> runner, String... properties) {
		ProbeTargets[] targets = new ProbeTargets[1];
		runner.withPropertyValues(properties).run((context) -> targets[0] = new ProbePlaces(context).targets());
		return targets[0];
	}

}
