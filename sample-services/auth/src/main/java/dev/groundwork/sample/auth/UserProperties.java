package dev.groundwork.sample.auth;

import dev.groundwork.contract.SecretProperty;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who may sign in.
 *
 * @param users The users, as 'htpasswd -nbB NAME PASSWORD' writes them, separated by
 * commas or blanks.
 */
@Validated
@ConfigurationProperties("app.auth")
record UserProperties(@SecretProperty(environment = "AUTH_USERS") @Pattern(regexp = USERS,
		message = "must be NAME:HASH as 'htpasswd -nbB NAME PASSWORD' writes it, "
				+ "several separated by commas or blanks") String users) {

	private static final String USER = "[^:,\\s]+:(\\{\\w+})?\\$[^:,\\s]{20,}";

	private static final String USERS = "\\s*" + USER + "([,\\s]+" + USER + ")*\\s*";

	@Override
	public String toString() {
		return "UserProperties[]";
	}

}
