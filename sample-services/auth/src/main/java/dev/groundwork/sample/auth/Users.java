package dev.groundwork.sample.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * The users that are configured. There is none by default.
 */
@Component
class Users {

	private final PasswordEncoder encoder = encoder();

	private final Map<String, String> hashes;

	private final String hashOfNobody = Objects.requireNonNull(this.encoder.encode(UUID.randomUUID().toString()));

	Users(UserProperties properties) {
		this.hashes = parse(properties.users());
	}

	private static PasswordEncoder encoder() {
		DelegatingPasswordEncoder encoder = (DelegatingPasswordEncoder) PasswordEncoderFactories
			.createDelegatingPasswordEncoder();
		// htpasswd names no encoder
		encoder.setDefaultPasswordEncoderForMatches(new BCryptPasswordEncoder());
		return encoder;
	}

	private static Map<String, String> parse(String users) {
		Map<String, String> hashes = new LinkedHashMap<>();
		for (String user : users.strip().split("[,\\s]+")) {
			String[] nameAndHash = user.split(":", 2);
			Assert.state(hashes.put(nameAndHash[0], nameAndHash[1]) == null,
					() -> "User '%s' is configured twice".formatted(nameAndHash[0]));
		}
		return hashes;
	}

	boolean isKnown(String name, String password) {
		String hash = this.hashes.get(name);
		// whether a name is known shall not be heard by the time that an answer takes
		boolean matches = this.encoder.matches(password, (hash != null) ? hash : this.hashOfNobody);
		return matches && hash != null;
	}

}
