package dev.groundwork.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The probes and the shutdown of a pod as Kubernetes should have them, in YAML that can
 * patch a Deployment. Every number says where it comes from.
 *
 * @since 0.1.0
 */
public final class KubernetesProbes {

	private static final Duration JVM_START = Duration.ofSeconds(30);

	private static final Duration ENDPOINT_REMOVAL = Duration.ofSeconds(10);

	private static final Duration MARGIN = Duration.ofSeconds(10);

	private static final int STARTUP_PERIOD = 2;

	private final List<String> lines = new ArrayList<>();

	private final PodTimes times;

	/**
	 * Create a new {@link KubernetesProbes} instance.
	 * @param application the name of the application, which is taken for the name of the
	 * container
	 * @param targets where the probes are answered
	 * @param times how long the start and the shutdown may take
	 */
	public KubernetesProbes(String application, ProbeTargets targets, PodTimes times) {
		this.times = times;
		line(0, "# Probes of '%s', from its own configuration. To try it:", printable(application));
		line(0, "#   kubectl patch deployment NAME --patch-file FILE");
		line(0, "# %s", printable(targets.explanation()));
		line(0, "spec:");
		line(1, "template:");
		line(2, "spec:");
		writeGracePeriod();
		line(3, "containers:");
		line(4, "- name: %s  # the name of the container in the Deployment", quoted(application));
		writeStartup(targets.startup());
		writeReadiness(targets.readiness());
		writeLiveness(targets.liveness());
		writeLifecycle();
	}

	private void writeGracePeriod() {
		long drain = seconds(this.times.drainPeriod());
		long phase = seconds(this.times.shutdownPhase());
		line(3, "# preStop %d s + groundwork.shutdown.drain-period %d s", preStop(), drain);
		line(3, "# + spring.lifecycle.timeout-per-shutdown-phase %d s + %d s to close the rest", phase,
				seconds(MARGIN));
		line(3, "terminationGracePeriodSeconds: %d", preStop() + drain + phase + seconds(MARGIN));
	}

	private void writeStartup(ProbeTarget target) {
		long deadline = seconds(this.times.startupDeadline());
		long allowed = deadline + seconds(JVM_START);
		line(5, "# groundwork.startup.deadline %d s + %d s for the JVM itself: the service ends, or says why it",
				deadline, seconds(JVM_START));
		line(5, "# waits, before Kubernetes kills it");
		writeProbe("startupProbe", target, STARTUP_PERIOD, 2, allowed / STARTUP_PERIOD + 1);
	}

	private void writeReadiness(ProbeTarget target) {
		line(5, "# out of the load balancer within 10 s; answers from a snapshot, so 2 s are for a slow node only");
		writeProbe("readinessProbe", target, 5, 2, 2);
	}

	private void writeLiveness(ProbeTarget target) {
		line(5, "# killed after 60 s without an answer: a pause of the garbage collector is no reason");
		writeProbe("livenessProbe", target, 10, 5, 6);
	}

	private void writeProbe(String name, ProbeTarget target, int period, int timeout, long failures) {
		line(5, "%s:", name);
		line(6, "httpGet:");
		line(7, "path: %s", quoted(target.path()));
		line(7, "port: %d", target.port());
		line(7, "scheme: %s", target.secure() ? "HTTPS" : "HTTP");
		line(6, "periodSeconds: %d", period);
		line(6, "timeoutSeconds: %d", timeout);
		line(6, "failureThreshold: %d", failures);
	}

	private void writeLifecycle() {
		line(5, "# load balancers need about %d s to learn that the pod ends; the drain period is part of them.",
				seconds(ENDPOINT_REMOVAL));
		line(5, "# 'sleep' needs Kubernetes 1.30; before, use exec with command [sleep, \"%d\"]", preStop());
		line(5, "lifecycle:");
		line(6, "preStop:");
		line(7, "sleep:");
		line(8, "seconds: %d", preStop());
	}

	private long preStop() {
		return Math.max(1, seconds(ENDPOINT_REMOVAL.minus(this.times.drainPeriod())));
	}

	/**
	 * Round up: Kubernetes counts in whole seconds.
	 * @param duration the duration
	 * @return the seconds
	 */
	private static long seconds(Duration duration) {
		return (duration.toMillis() + 999) / 1000;
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().forEach((character) -> {
			if (character == '"' || character == '\\') {
				quoted.append('\\').appendCodePoint(character);
			}
			else if (character < ' ' || (character >= 0x7f && character < 0xa0) || character == 0x2028
					|| character == 0x2029 || character == 0xfeff) {
				quoted.append("\\u%04x".formatted(character));
			}
			else {
				quoted.appendCodePoint(character);
			}
		});
		return quoted.append('"').toString();
	}

	private static String printable(String text) {
		return text.replaceAll("[^\\x20-\\x7e]", "?");
	}

	private void line(int depth, String format, Object... arguments) {
		this.lines.add("  ".repeat(depth) + format.formatted(arguments));
	}

	@Override
	public String toString() {
		return String.join("\n", this.lines) + "\n";
	}

}
