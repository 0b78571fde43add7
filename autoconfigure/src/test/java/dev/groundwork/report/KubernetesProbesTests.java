package dev.groundwork.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KubernetesProbes}.
 */
class KubernetesProbesTests {

	private static final PodTimes DEFAULTS = new PodTimes(Duration.ofMinutes(2), Duration.ofSeconds(5),
			Duration.ofSeconds(30));

	@Test
	void defaultsAreWholeAndExplained() {
		assertThat(yaml("search", new ProbeTarget(8080, "/actuator/health/liveness", false), DEFAULTS)).isEqualTo(
				"""
						# Probes of 'search', from its own configuration. To try it:
						#   kubectl patch deployment NAME --patch-file FILE
						# why
						spec:
						  template:
						    spec:
						      # preStop 5 s + groundwork.shutdown.drain-period 5 s
						      # + spring.lifecycle.timeout-per-shutdown-phase 30 s + 10 s to close the rest
						      terminationGracePeriodSeconds: 50
						      containers:
						        - name: "search"  # the name of the container in the Deployment
						          # groundwork.startup.deadline 120 s + 30 s for the JVM itself: the service ends, or says why it
						          # waits, before Kubernetes kills it
						          startupProbe:
						            httpGet:
						              path: "/actuator/health/liveness"
						              port: 8080
						              scheme: HTTP
						            periodSeconds: 2
						            timeoutSeconds: 2
						            failureThreshold: 76
						          # out of the load balancer within 10 s; answers from a snapshot, so 2 s are for a slow node only
						          readinessProbe:
						            httpGet:
						              path: "/actuator/health/liveness"
						              port: 8080
						              scheme: HTTP
						            periodSeconds: 5
						            timeoutSeconds: 2
						            failureThreshold: 2
						          # killed after 60 s without an answer: a pause of the garbage collector is no reason
						          livenessProbe:
						            httpGet:
						              path: "/actuator/health/liveness"
						              port: 8080
						              scheme: HTTP
						            periodSeconds: 10
						            timeoutSeconds: 5
						            failureThreshold: 6
						          # load balancers need about 10 s to learn that the pod ends; the drain period is part of them.
						          # 'sleep' needs Kubernetes 1.30; before, use exec with command [sleep, "5"]
						          lifecycle:
						            preStop:
						              sleep:
						                seconds: 5
						""");
	}

	@Property(tries = 300)
	void numbersKeepTheirPromises(@ForAll @LongRange(min = 1, max = 86_400_000) long deadline,
			@ForAll @LongRange(max = 600_000) long drain, @ForAll @LongRange(max = 3_600_000) long phase) {
		Map<?, ?> pod = pod(yaml("search", new ProbeTarget(8080, "/", false),
				new PodTimes(Duration.ofMillis(deadline), Duration.ofMillis(drain), Duration.ofMillis(phase))));
		Map<?, ?> container = container(pod);
		assertThat(window(container, "startupProbe") * 1000).isGreaterThan(deadline + 30_000);
		long preStop = number(map(map(map(container, "lifecycle"), "preStop"), "sleep"), "seconds");
		assertThat(preStop).isPositive();
		assertThat(preStop * 1000 + drain).isGreaterThanOrEqualTo(10_000);
		assertThat(number(pod, "terminationGracePeriodSeconds") * 1000)
			.isGreaterThanOrEqualTo(preStop * 1000 + drain + phase + 10_000);
		for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
			assertThat(number(map(container, probe), "timeoutSeconds"))
				.isLessThanOrEqualTo(number(map(container, probe), "periodSeconds"));
		}
		assertThat(window(container, "livenessProbe")).isGreaterThan(window(container, "readinessProbe"));
	}

	@Property(tries = 300)
	void whateverIsWrittenIsReadAgain(@ForAll @NotEmpty String application, @ForAll @NotEmpty String path,
			@ForAll @IntRange(min = 1, max = 65535) int port, @ForAll boolean secure) {
		Map<?, ?> container = container(
				pod(yaml(sound(application), new ProbeTarget(port, sound(path), secure), DEFAULTS)));
		assertThat(container.get("name")).isEqualTo(sound(application));
		assertThat(map(map(container, "readinessProbe"), "httpGet")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("path", sound(path))
			.containsEntry("port", port)
			.containsEntry("scheme", secure ? "HTTPS" : "HTTP");
	}

	/**
	 * Half a character cannot be written in any encoding, and neither can two that are
	 * none.
	 * @param text any text
	 * @return the text without them
	 */
	private static String sound(String text) {
		return text.replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "");
	}

	private static String yaml(String application, ProbeTarget target, PodTimes times) {
		return new KubernetesProbes(application, new ProbeTargets(target, target, target, "why"), times).toString();
	}

	private static Map<?, ?> pod(String yaml) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return map(map(map(new Yaml(new SafeConstructor(options)).load(yaml), "spec"), "template"), "spec");
	}

	private static Map<?, ?> container(Map<?, ?> pod) {
		return (Map<?, ?>) ((List<?>) Objects.requireNonNull(pod.get("containers"))).get(0);
	}

	private static Map<?, ?> map(Map<?, ?> parent, String key) {
		return (Map<?, ?>) Objects.requireNonNull(parent.get(key));
	}

	private static long window(Map<?, ?> container, String probe) {
		return number(map(container, probe), "periodSeconds") * number(map(container, probe), "failureThreshold");
	}

	private static long number(Map<?, ?> parent, String key) {
		return ((Number) Objects.requireNonNull(parent.get(key))).longValue();
	}

}
