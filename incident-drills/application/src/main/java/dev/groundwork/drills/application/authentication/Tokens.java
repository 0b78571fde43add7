package dev.groundwork.drills.application.authentication;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of users: a name and its signature. Who has the secret makes them.
 *
 * @since 0.1.0
 */
public final class Tokens {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	/**
	 * Create tokens with a secret.
	 * @param secret the secret
	 */
	public Tokens(String secret) {
		this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * Make a token.
	 * @param user the name of a user, letters only
	 * @return the token
	 */
	public String sign(String user) {
		return user + "." + signature(user);
	}

	Optional<String> user(String token) {
		String user = token.substring(0, Math.max(0, token.indexOf('.')));
		boolean signed = MessageDigest.isEqual(sign(user).getBytes(StandardCharsets.UTF_8),
				token.getBytes(StandardCharsets.UTF_8));
		return signed ? Optional.of(user) : Optional.empty();
	}

	private String signature(String user) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
