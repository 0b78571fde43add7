package dev.groundwork.report;

import java.util.List;

import dev.groundwork.contract.Condition;
import dev.groundwork.contract.EnvironmentVariable;
import dev.groundwork.contract.EnvironmentVariable.Need;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnvironmentExample}.
 */
class EnvironmentExampleTests {

	static final List<EnvironmentVariable> VARIABLES = List.of(
			new EnvironmentVariable("HOST", Need.OPTIONAL, false, null, null, true, "localhost", null, 0,
					List.of("app.host", "app.other")),
			new EnvironmentVariable("JWT_SECRET", Need.REQUIRED, true, null, null, false, null,
					"openssl rand -base64 48", 32, List.of("app.jwt.secret")),
			new EnvironmentVariable("JWT_SECRET_KEY", Need.DEPRECATED, true, null, "JWT_SECRET", false, null, null, 0,
					List.of("app.jwt.secret")),
			new EnvironmentVariable("MAIL_PASSWORD", Need.CONDITIONAL, true, Condition.of("app.mail.enabled"), null,
					false, null, "openssl rand -hex 32", 0, List.of("app.mail.password")),
			new EnvironmentVariable("REGION", Need.REQUIRED, false, null, null, false, null, null, 0,
					List.of("app.region")));

	@Test
	void documentIsGroupedAndExplained() {
		assertThat(new EnvironmentExample("shop", VARIABLES)).hasToString("""
				# The environment variables that 'shop' reads. To renew this file:
				#   java -jar app.jar --groundwork.mode=doctor --groundwork.output=env >.env.example
				# Copy it to .env, which belongs in no repository, and fill it in.

				# ---- Required ----

				# app.jwt.secret: a secret of at least 32 bytes
				# to make one: openssl rand -base64 48
				JWT_SECRET=

				# app.region
				REGION=

				# ---- Required under a condition ----

				# app.mail.password: a secret
				# required when app.mail.enabled
				# to make one: openssl rand -hex 32
				#MAIL_PASSWORD=

				# ---- Optional, with the default ----

				# app.host, app.other
				#HOST=localhost

				# ---- Deprecated ----

				# app.jwt.secret: a secret
				# deprecated: use JWT_SECRET
				#JWT_SECRET_KEY=
				""");
	}

	@Test
	void defaultOfSeveralLinesIsNotShown() {
		assertThat(new EnvironmentExample("shop", List.of(optional("a\nEVIL=b"))).toString())
			.contains("has a default that is not shown here", "\n#X=\n")
			.doesNotContain("EVIL");
	}

	@Test
	void nameOfTheApplicationCannotLeaveItsComment() {
		assertThat(new EnvironmentExample("a\nEVIL=b", List.of()).toString().lines())
			.allMatch((line) -> line.startsWith("#"));
	}

	static EnvironmentVariable optional(@Nullable String defaultValue) {
		return new EnvironmentVariable("X", Need.OPTIONAL, false, null, null, true, defaultValue, null, 0,
				List.of("a.x"));
	}

}
