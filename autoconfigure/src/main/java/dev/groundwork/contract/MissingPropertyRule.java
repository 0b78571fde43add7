package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * A property that is required and is no secret has no value.
 */
final class MissingPropertyRule implements EnvironmentRule {

	@Override
	public String name() {
		return "missing-property";
	}

	@Override
	public Stream<Finding> check(Inspection inspection) {
		return inspection.terms()
			.properties()
			.stream()
			.filter((requirement) -> isRequired(requirement, inspection.settings()))
			.flatMap((requirement) -> Stream
				.ofNullable(check(requirement, inspection.settings(), inspection.nearMisses())));
	}

	private static boolean isRequired(PropertyRequirement requirement, Settings settings) {
		Condition condition = requirement.requiredWhen();
		return condition == null || condition.holds(settings);
	}

	private @Nullable Finding check(PropertyRequirement requirement, Settings settings, NearMisses nearMisses) {
		Resolution bound = settings.resolve(requirement.property());
		if (bound == null) {
			return settings.hasElements(requirement.property()) ? null
					: finding(requirement, requirement.declaredAt(), null, "not set", nearMisses);
		}
		if (!bound.complete()) {
			return finding(requirement, bound.setting().origin(), bound, Text.unresolved(bound), nearMisses);
		}
		return bound.isBlank() ? finding(requirement, Text.origin(bound), bound, Text.blank(bound), nearMisses) : null;
	}

	private Finding finding(PropertyRequirement requirement, @Nullable Origin origin, @Nullable Resolution bound,
			String problem, NearMisses nearMisses) {
		NearMiss nearMiss = nearMisses.find(requirement, (bound != null) ? bound.unset() : List.<String>of());
		String reason = Text.required(requirement.requiredWhen()) + " and " + problem;
		if (nearMiss == null) {
			return finding(requirement.property(), origin, reason, Remedy.setProperty(requirement.property(), bound));
		}
		return finding(requirement.property(), nearMiss.setting().origin(),
				reason + "; is " + nearMiss.setting() + " meant to be '" + nearMiss.meant() + "'?",
				Remedy.rename(nearMiss));
	}

}
