package dev.groundwork.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.groundwork.readiness.CheckSchedule;
import dev.groundwork.readiness.DependencyPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.Assert;

/**
 * Configuration properties for what the application depends on while it runs.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.readiness", ignoreUnknownFields = false)
public class ReadinessProperties {

	/**
	 * Whether to watch what the application depends on. The gates of the start are not
	 * affected.
	 */
	private boolean enabled = true;

	/**
	 * Dependencies by their names. Known without any setting are 'rabbitmq',
	 * 'elasticsearch', 'web-server' and each DataSource by the name of its bean; the name
	 * of a health contributor is known as well. Any other needs one of 'url', 'address',
	 * 'host', 'certificate' and 'health'.
	 */
	private final Map<String, Dependency> dependencies = new LinkedHashMap<>();

	/**
	 * Check of the application's own web server.
	 */
	private final WebServer webServer = new WebServer();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Map<String, Dependency> getDependencies() {
		return this.dependencies;
	}

	public WebServer getWebServer() {
		return this.webServer;
	}

	/**
	 * Return whether a dependency is configured by its name.
	 * @param name the name of the dependency
	 * @return whether anything is set for it
	 */
	boolean names(String name) {
		return this.dependencies.containsKey(name);
	}

	Dependency dependency(String name) {
		return this.dependencies.getOrDefault(name, new Dependency());
	}

	/**
	 * Properties of one dependency.
	 */
	public static class Dependency {

		/**
		 * Whether the dependency is watched at all.
		 */
		private boolean enabled = true;

		/**
		 * What its loss means for readiness. Defaults to 'startup', for 'web-server' to
		 * 'strict'.
		 */
		private @Nullable DependencyPolicy policy;

		/**
		 * Longest time from the end of a check to the next one while the dependency is
		 * up. What is not up is checked again within a second.
		 */
		private Duration interval = CheckSchedule.DEFAULT.interval();

		/**
		 * Time after which a check that has not returned counts as failed. It is not
		 * interrupted, and no other one begins before it has returned.
		 */
		private Duration timeout = CheckSchedule.DEFAULT.timeout();

		/**
		 * Number of checks in a row that must fail before the dependency counts as lost.
		 * Defaults to 3, and to 1 for a health indicator that is only isolated.
		 */
		private @Nullable Integer failureThreshold;

		/**
		 * Number of checks in a row that must succeed before the dependency counts as up.
		 */
		private int successThreshold = CheckSchedule.DEFAULT.successThreshold();

		/**
		 * URL that must answer with one of the expected statuses. Redirects are not
		 * followed.
		 */
		private @Nullable URI url;

		/**
		 * HTTP statuses that the URL may answer with. Defaults to any 2xx and 3xx.
		 */
		private Set<Integer> expectedStatus = new LinkedHashSet<>();

		/**
		 * Host and port, such as 'db.example.org:5432', that must accept a connection.
		 */
		private @Nullable String address;

		/**
		 * Name of a host that must resolve.
		 */
		private @Nullable String host;

		/**
		 * Host and port of a TLS server, or location of a file in PEM format, whose
		 * certificates must be valid.
		 */
		private @Nullable String certificate;

		/**
		 * Time before the end of a certificate from which on it is degraded. If a
		 * duration suffix is not specified, days will be used.
		 */
		@DurationUnit(ChronoUnit.DAYS)
		private Duration expiresWithin = Duration.ofDays(14);

		/**
		 * Name of a health contributor to watch, or its path, such as 'db/orders'.
		 */
		private @Nullable String health;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable DependencyPolicy getPolicy() {
			return this.policy;
		}

		public void setPolicy(@Nullable DependencyPolicy policy) {
			this.policy = policy;
		}

		public Duration getInterval() {
			return this.interval;
		}

		public void setInterval(Duration interval) {
			this.interval = interval;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

		public @Nullable Integer getFailureThreshold() {
			return this.failureThreshold;
		}

		public void setFailureThreshold(@Nullable Integer failureThreshold) {
			this.failureThreshold = failureThreshold;
		}

		public int getSuccessThreshold() {
			return this.successThreshold;
		}

		public void setSuccessThreshold(int successThreshold) {
			this.successThreshold = successThreshold;
		}

		public @Nullable URI getUrl() {
			return this.url;
		}

		public void setUrl(@Nullable URI url) {
			this.url = url;
		}

		public Set<Integer> getExpectedStatus() {
			return this.expectedStatus;
		}

		public void setExpectedStatus(Set<Integer> expectedStatus) {
			this.expectedStatus = expectedStatus;
		}

		public @Nullable String getAddress() {
			return this.address;
		}

		public void setAddress(@Nullable String address) {
			this.address = address;
		}

		public @Nullable String getHost() {
			return this.host;
		}

		public void setHost(@Nullable String host) {
			this.host = host;
		}

		public @Nullable String getCertificate() {
			return this.certificate;
		}

		public void setCertificate(@Nullable String certificate) {
			this.certificate = certificate;
		}

		public Duration getExpiresWithin() {
			return this.expiresWithin;
		}

		public void setExpiresWithin(Duration expiresWithin) {
			this.expiresWithin = expiresWithin;
		}

		public @Nullable String getHealth() {
			return this.health;
		}

		public void setHealth(@Nullable String health) {
			this.health = health;
		}

		CheckSchedule schedule(int defaultFailureThreshold) {
			int threshold = (this.failureThreshold != null) ? this.failureThreshold : defaultFailureThreshold;
			return new CheckSchedule(this.interval, this.timeout, threshold, this.successThreshold);
		}

		/**
		 * Return how long a client waits: a little less than the check may take, as a
		 * client that gives up knows why.
		 * @return the time-out of clients
		 */
		Duration clientTimeout() {
			return this.timeout.multipliedBy(9).dividedBy(10);
		}

	}

	/**
	 * Properties of the check of the application's own web server.
	 */
	public static class WebServer {

		/**
		 * Path to get, if the server is to be asked for a page of the application.
		 * Defaults to a request that servers answer without it ('OPTIONS *').
		 */
		private @Nullable String path;

		/**
		 * Whether liveness fails when the web server has been hung for the time that
		 * 'liveness-after' says.
		 */
		private boolean liveness;

		/**
		 * Time for which the web server must have been hung before liveness fails.
		 */
		private Duration livenessAfter = Duration.ofMinutes(1);

		public @Nullable String getPath() {
			return this.path;
		}

		public void setPath(@Nullable String path) {
			Assert.isTrue(path == null || (path.startsWith("/") && !path.matches(".*\\s.*")),
					() -> "'path' must begin with / and have no blanks but is '%s'".formatted(path));
			this.path = path;
		}

		public boolean isLiveness() {
			return this.liveness;
		}

		public void setLiveness(boolean liveness) {
			this.liveness = liveness;
		}

		public Duration getLivenessAfter() {
			return this.livenessAfter;
		}

		public void setLivenessAfter(Duration livenessAfter) {
			this.livenessAfter = livenessAfter;
		}

	}

}
