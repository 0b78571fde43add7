package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.groundwork.contract.Condition;
import dev.groundwork.contract.Contract;
import dev.groundwork.contract.Encoding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;

/**
 * Configuration properties for the {@link Contract}. An unknown key is refused.
 *
 * @param enabled Whether to check the configuration before the application starts.
 * @param production Whether the application runs in production: 'true', 'false', or
 * 'auto', which is true on Kubernetes and wherever no development profile is active.
 * @param developmentProfiles Profiles of which one must be active for 'auto' to take the
 * application for one in development; 'dev', 'development', 'local' and 'test' by
 * default.
 * @param environmentPrefixes What the names of the environment variables begin with that
 * are meant for this application alone, for example 'ORDERS_'. One that nothing reads is
 * told.
 * @param secrets Secrets that the application needs.
 * @param required Other properties that the application needs: each the canonical name,
 * or 'property' and 'required-when'.
 * @param rules Severities that differ from the rules' own, by the name of the rule.
 * @param expectedCommit Commit that the application must have been built from, in full or
 * at least seven digits of it. Compared with 'git.commit.id' of git.properties.
 * @param expectedVersion Version that the application must have. Compared with
 * 'build.version' of META-INF/build-info.properties.
 * @param rotation Secrets that change in their files while the application is running.
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = ContractProperties.PREFIX, ignoreUnknownFields = false)
public record ContractProperties(@DefaultValue("true") boolean enabled, @DefaultValue("auto") ProductionMode production,
		@Nullable List<String> developmentProfiles, @DefaultValue List<String> environmentPrefixes,
		@DefaultValue List<Secret> secrets, @DefaultValue List<Required> required,
		@DefaultValue Map<String, Severity> rules, @Nullable String expectedCommit, @Nullable String expectedVersion,
		@DefaultValue Rotation rotation) {

	static final String PREFIX = "groundwork.contract";

	/**
	 * Decide whether this is production.
	 * @param environment the environment
	 * @return the decision
	 */
	Production productionOf(Environment environment) {
		List<String> profiles = this.developmentProfiles;
		return Production.of(environment, this.production.said(),
				(profiles != null) ? profiles : Production.DEVELOPMENT_PROFILES);
	}

	/**
	 * Whether the application runs in production.
	 *
	 * @since 0.1.0
	 */
	public enum ProductionMode {

		/**
		 * Decided by the platform and the active profiles.
		 */
		AUTO,

		/**
		 * It does.
		 */
		TRUE,

		/**
		 * It does not.
		 */
		FALSE;

		@Nullable Boolean said() {
			return (this == AUTO) ? null : this == TRUE;
		}

	}

	/**
	 * One secret that the application needs.
	 *
	 * @param property Canonical name of the property that the application reads, for
	 * example 'app.jwt.secret'. Required.
	 * @param environment Name of the one environment variable that the property is read
	 * from.
	 * @param aliases Other names that the value may be read from, with a warning.
	 * @param minBytes Minimum number of bytes of the decoded value. Any length will do by
	 * default, as long as the value is not blank.
	 * @param encoding How the bytes are written.
	 * @param requiredWhen When the secret is required, for example 'app.mail.enabled' or
	 * 'app.mail.provider=smtp'. Always by default. What is set is checked in any case.
	 */
	public record Secret(@DefaultValue("") String property, @Nullable String environment,
			@DefaultValue List<String> aliases, @DefaultValue("0") int minBytes,
			@DefaultValue("plain") Encoding encoding, @Nullable Condition requiredWhen) {

	}

	/**
	 * A property that the application needs and that is no secret.
	 *
	 * @param property Canonical name of the property. Required.
	 * @param requiredWhen When the property is required, for example 'app.mail.enabled'
	 * or 'app.mail.provider=smtp'. Always by default.
	 */
	public record Required(@DefaultValue("") String property, @Nullable Condition requiredWhen) {

		/**
		 * Read a requirement that is a name alone.
		 * @param property the canonical name of the property
		 * @return the requirement
		 */
		public static Required of(String property) {
			return new Required(property, null);
		}

	}

	/**
	 * Secrets that change in their files while the application is running.
	 *
	 * @param enabled Whether to watch the files that secrets under contract come from.
	 * @param interval How often to look at the files. A change counts when it was seen
	 * twice.
	 */
	public record Rotation(@DefaultValue("true") boolean enabled, @DefaultValue("10s") Duration interval) {

		public Rotation {
			Assert.isTrue(interval.compareTo(Duration.ZERO) > 0, "'interval' must be positive");
		}

	}

}
