package dev.groundwork.drills;

import dev.groundwork.drills.application.authentication.AuthenticationApplication;
import dev.groundwork.drills.application.authentication.Tokens;

/**
 * The service of the drills about secrets that are set in a wrong way.
 */
final class Authentication {

	static final String PROPERTY = "app.jwt.secret";

	static final String SECRET = "Zp4Kt9WnBv2Xq7Ls5Dg8Fh3Jm6Rc1TyA";

	private static final String USER = "alice";

	private Authentication() {
	}

	static Application.Builder replica(Stage stage, String name) {
		return stage.application(AuthenticationApplication.class)
			.named(name)
			.property("spring.config.name", "application,authentication")
			.groundwork("contract.secrets[0].property", PROPERTY)
			.groundwork("contract.secrets[0].environment", "JWT_SECRET")
			.groundwork("contract.secrets[0].min-bytes", 32);
	}

	static String login(Application replica) {
		return replica.get("/login?user=" + USER).body();
	}

	static Answer me(Application replica, String token) {
		return replica.get("/me?token=" + token);
	}

	/**
	 * Make a token as somebody does who knows, or guesses, what the tokens are signed
	 * with.
	 * @param secret the secret
	 * @return a token of a user who never logged in
	 */
	static String forge(String secret) {
		return new Tokens(secret).sign(USER);
	}

}
