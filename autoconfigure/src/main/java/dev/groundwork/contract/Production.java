package dev.groundwork.contract;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;

/**
 * Whether the application runs in production. It does unless something says otherwise:
 * only then may a forgotten profile not make a strict application a lenient one.
 *
 * @param active whether this is production
 * @param reason why that is believed, for people
 * @since 0.1.0
 */
public record Production(boolean active, String reason) {

	/**
	 * The profiles that stand for development unless the application says otherwise.
	 */
	public static final List<String> DEVELOPMENT_PROFILES = List.of("dev", "development", "local", "test");

	/**
	 * Decide from what is said and what is active.
	 * @param environment the environment
	 * @param said what the application says, or {@code null} if it leaves the decision
	 * @param developmentProfiles the profiles of which one must be active for development
	 * @return the decision
	 */
	public static Production of(Environment environment, @Nullable Boolean said,
			Collection<String> developmentProfiles) {
		if (said != null) {
			return new Production(said, "'groundwork.contract.production' is " + said);
		}
		if (CloudPlatform.KUBERNETES.isActive(environment)) {
			return new Production(true, "it runs on Kubernetes");
		}
		List<String> active = Arrays.stream(environment.getActiveProfiles())
			.filter(developmentProfiles::contains)
			.toList();
		if (active.isEmpty()) {
			return new Production(true, "no profile of " + String.join(", ", developmentProfiles) + " is active");
		}
		return new Production(false, "profile '" + active.get(0) + "' is active");
	}

	/**
	 * Return the decision and why it was taken, for people.
	 * @return for example {@code production: because it runs on Kubernetes}
	 */
	@Override
	public String toString() {
		return (this.active ? "production" : "not production") + ": because " + this.reason;
	}

}
