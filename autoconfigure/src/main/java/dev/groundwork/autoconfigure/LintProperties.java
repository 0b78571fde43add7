package dev.groundwork.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.groundwork.plan.LintSeverity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the rules about what is declared.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.lint", ignoreUnknownFields = false)
public class LintProperties {

	/**
	 * Severities that differ from the rules' own, by the name of the rule.
	 */
	private final Map<String, LintSeverity> rules = new LinkedHashMap<>();

	public Map<String, LintSeverity> getRules() {
		return this.rules;
	}

}
