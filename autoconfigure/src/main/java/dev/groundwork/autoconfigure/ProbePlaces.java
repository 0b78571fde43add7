package dev.groundwork.autoconfigure;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.report.ProbeTarget;
import dev.groundwork.report.ProbeTargets;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Finds where the probes of Kubernetes are answered: by the early probe server if there
 * is one, else by Actuator, on the main port where it can.
 */
final class ProbePlaces {

	private static final String SERVLET_CONTEXT = "org.springframework.web.context.WebApplicationContext";

	private static final String REACTIVE_CONTEXT = "org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext";

	private final ApplicationContext context;

	private final Environment environment;

	private final Binder binder;

	ProbePlaces(ApplicationContext context) {
		this.context = context;
		this.environment = context.getEnvironment();
		this.binder = Binder.get(this.environment);
	}

	ProbeTargets targets() {
		Integer early = port("groundwork.probe.port");
		if (early != null) {
			return new ProbeTargets(new ProbeTarget(early, "/startupz", false),
					new ProbeTarget(early, "/readyz", false), new ProbeTarget(early, "/livez", false),
					"They are answered by the early probe server, groundwork.probe.port.");
		}
		boolean servlet = isA(SERVLET_CONTEXT);
		if (!servlet && !isA(REACTIVE_CONTEXT)) {
			throw nobodyAnswers("the service has no web server and 'groundwork.probe.port' is not set");
		}
		if (!this.binder.bind("management.endpoint.health.probes.enabled", Boolean.class).orElse(true)) {
			throw nobodyAnswers("'management.endpoint.health.probes.enabled' is false");
		}
		ProbeTarget liveness = target("liveness", "/livez", servlet);
		return new ProbeTargets(liveness, target("readiness", "/readyz", servlet), liveness,
				"They are answered by Actuator. The start is over when liveness is: what holds back readiness longer "
						+ "must not get the pod killed.");
	}

	private ProbeTarget target(String group, String wellKnown, boolean servlet) {
		String additional = additionalPath(group, wellKnown);
		if (additional != null && additional.startsWith("server:")) {
			return main(join(mainPrefix(servlet), additional.substring("server:".length())));
		}
		Integer management = port("management.server.port");
		if (management == null || management == mainPort()) {
			return main(path(mainPrefix(servlet), additional, group));
		}
		if (management < 0) {
			throw nobodyAnswers("'management.server.port' is negative");
		}
		return new ProbeTarget(fixed(management, "management.server.port"),
				path(text("management.server.base-path", ""), additional, group), isSecure("management.server.ssl"));
	}

	private String path(String prefix, @Nullable String additional, String group) {
		return (additional != null && additional.startsWith("management:"))
				? join(prefix, additional.substring("management:".length()))
				: join(prefix, text("management.endpoints.web.base-path", "/actuator"),
						text("management.endpoints.web.path-mapping.health", "health"), group);
	}

	private @Nullable String additionalPath(String group, String wellKnown) {
		String configured = this.environment
			.getProperty("management.endpoint.health.group." + group + ".additional-path");
		if (StringUtils.hasText(configured)) {
			return configured;
		}
		boolean added = this.binder.bind("management.endpoint.health.probes.add-additional-paths", Boolean.class)
			.orElse(false);
		return added ? "server:" + wellKnown : null;
	}

	private ProbeTarget main(String path) {
		return new ProbeTarget(fixed(mainPort(), "server.port"), path, isSecure("server.ssl"));
	}

	private int mainPort() {
		Integer port = port("server.port");
		return (port != null) ? port : 8080;
	}

	private String mainPrefix(boolean servlet) {
		return servlet ? join(text("server.servlet.context-path", ""), text("spring.mvc.servlet.path", ""))
				: text("spring.webflux.base-path", "");
	}

	private @Nullable Integer port(String property) {
		return this.binder.bind(property, Integer.class).orElse(null);
	}

	private String text(String property, String fallback) {
		return this.binder.bind(property, String.class).orElse(fallback);
	}

	private boolean isSecure(String property) {
		return this.binder.bind(property + ".enabled", Boolean.class).orElse(true)
				&& this.binder.bind(property, Bindable.mapOf(String.class, Object.class)).isBound();
	}

	private boolean isA(String type) {
		ClassLoader classLoader = this.context.getClassLoader();
		return ClassUtils.isPresent(type, classLoader)
				&& ClassUtils.resolveClassName(type, classLoader).isInstance(this.context);
	}

	private static int fixed(int port, String property) {
		if (port <= 0) {
			throw nobodyAnswers("'%s' is %d, so that the port is not known".formatted(property, port));
		}
		return port;
	}

	private static String join(String... parts) {
		StringBuilder path = new StringBuilder();
		for (String part : parts) {
			String inner = StringUtils.trimTrailingCharacter(StringUtils.trimLeadingCharacter(part.strip(), '/'), '/');
			path.append(inner.isEmpty() ? "" : "/" + inner);
		}
		return path.isEmpty() ? "/" : path.toString();
	}

	private static DiagnosedException nobodyAnswers(String cause) {
		return new DiagnosedException(new Diagnosis(FailureKind.PERMANENT, "Probes of Kubernetes",
				"nobody would answer them: " + cause, "asked for by groundwork.output=" + ProbesJob.FORMAT,
				"Set groundwork.probe.port to a port of its own, for example 8090."), null);
	}

}
