package dev.groundwork.contract;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * What is known about where an application runs, beside what is set.
 *
 * @param production whether this is production
 * @param container whether the application runs in a container
 * @param hotReload the tools on the class path that exchange code at run time; empty in a
 * production start that is in order
 * @param build what the application says of its build, or {@code null} if it says nothing
 * @param startupDeadline how long the start may take, or {@code null} if that is not
 * known
 * @param prefixesRead the prefixes below which properties are bound to beans, as far as
 * they are known
 * @since 0.1.0
 */
public record Deployment(Production production, boolean container, List<String> hotReload, @Nullable Build build,
		@Nullable Duration startupDeadline, Set<String> prefixesRead) {

	public Deployment {
		hotReload = List.copyOf(hotReload);
		prefixesRead = Set.copyOf(prefixesRead);
	}

	/**
	 * Create a deployment of which no more is known than what its environment says.
	 * @param environment the environment
	 * @return the deployment
	 */
	public static Deployment of(Environment environment) {
		return of(Production.of(environment, null, Production.DEVELOPMENT_PROFILES));
	}

	/**
	 * Create a deployment of which no more is known than whether it is production.
	 * @param production whether this is production
	 * @return the deployment
	 */
	public static Deployment of(Production production) {
		return new Deployment(production, false, List.of(), null, null, Set.of());
	}

	/**
	 * What an application says of its build.
	 *
	 * @param commit the commit that it was built from, or {@code null} if it does not say
	 * @param version its version, or {@code null} if it does not say
	 * @since 0.1.0
	 */
	public record Build(@Nullable String commit, @Nullable String version) {

	}

}
