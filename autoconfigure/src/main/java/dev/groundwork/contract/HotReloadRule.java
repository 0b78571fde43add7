package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Something exchanges the code of the application while it runs in production. Outside a
 * container this may be somebody who develops without a profile, so it is only a warning
 * there.
 */
final class HotReloadRule implements DeploymentRule {

	private static final List<String> PROPERTIES = List.of("spring.devtools.remote.secret",
			"spring.devtools.restart.enabled");

	@Override
	public String name() {
		return "hot-reload";
	}

	@Override
	public boolean isForProductionOnly() {
		return true;
	}

	@Override
	public Stream<Finding> check(Inspection inspection, Deployment deployment) {
		Severity severity = deployment.container() ? Severity.ERROR : Severity.WARNING;
		Setting cause = cause(inspection.settings());
		return deployment.hotReload()
			.stream()
			.map((tool) -> finding(tool, tool.contains("DevTools") ? cause : null).withSeverity(severity));
	}

	private Finding finding(String tool, @Nullable Setting cause) {
		String reason = tool + " exchanges code while the application runs in production";
		String remedy = "Leave " + tool + " out of what is deployed. Where people develop, say so:\n"
				+ "    export SPRING_PROFILES_ACTIVE=dev";
		return (cause != null)
				? finding(cause.name(), cause.origin(), reason + ", because this is set",
						"Remove " + cause.place() + ". " + remedy)
				: finding("groundwork.contract.production", null, reason, remedy);
	}

	private static @Nullable Setting cause(Settings settings) {
		for (Resolution property : settings.resolveAll(PROPERTIES)) {
			if (!property.isBlank() && !property.value().trim().equalsIgnoreCase("false")) {
				return property.setting();
			}
		}
		return null;
	}

}
