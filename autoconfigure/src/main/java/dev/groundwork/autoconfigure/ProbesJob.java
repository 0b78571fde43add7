package dev.groundwork.autoconfigure;

import java.time.Duration;

import dev.groundwork.report.KubernetesProbes;
import dev.groundwork.report.PodTimes;
import dev.groundwork.report.ProvisioningReport;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * {@link Job} that writes the probes as Kubernetes should have them. Asks no server.
 */
final class ProbesJob implements Job {

	static final String FORMAT = "kubernetes-probes";

	private final String application;

	private final ApplicationContext context;

	private final Duration startupDeadline;

	ProbesJob(String application, ApplicationContext context, Duration startupDeadline) {
		this.application = application;
		this.context = context;
		this.startupDeadline = startupDeadline;
	}

	@Override
	public int run(StandardOutput output) {
		output
			.write(new KubernetesProbes(this.application, new ProbePlaces(this.context).targets(), times()).toString());
		return ProvisioningReport.DONE;
	}

	private PodTimes times() {
		Environment environment = this.context.getEnvironment();
		Binder binder = Binder.get(environment);
		Duration drainPeriod = binder.bind("groundwork.shutdown.drain-period", Duration.class)
			.orElse(Duration.ofSeconds(5));
		Duration phase = binder.bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
			.orElse(Duration.ofSeconds(30));
		return new PodTimes(this.startupDeadline, drainPeriod, phase);
	}

}
