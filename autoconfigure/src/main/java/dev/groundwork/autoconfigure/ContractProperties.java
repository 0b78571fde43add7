package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.contract.Contract;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the {@link Contract}. An unknown key is refused.
 *
 * @param enabled Whether to check the configuration before the application starts.
 * @param secrets Secrets that the application needs.
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = ContractProperties.PREFIX, ignoreUnknownFields = false)
public record ContractProperties(@DefaultValue("true") boolean enabled, @DefaultValue List<Secret> secrets) {

	static final String PREFIX = "groundwork.contract";

	/**
	 * One secret that the application needs.
	 *
	 * @param property Canonical name of the property that the application reads, for
	 * example 'app.jwt.secret'. Required.
	 * @param environment Name of the one environment variable that the property is read
	 * from.
	 * @param aliases Other names that the value may be read from, with a warning.
	 * @param minBytes Minimum number of bytes of the value in UTF-8. Any length will do
	 * by default, as long as the value is not blank.
	 */
	public record Secret(@DefaultValue("") String property, @Nullable String environment,
			@DefaultValue List<String> aliases, @DefaultValue("0") int minBytes) {
	}

}
