package dev.groundwork.demonstration;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Somebody who may sign in, for this run only.
 *
 * @param name the name
 * @param password the password
 */
record Visitor(String name, String password) {

	private static final int PASSWORD_BYTES = 6;

	static Visitor named(String name) {
		byte[] password = new byte[PASSWORD_BYTES];
		new SecureRandom().nextBytes(password);
		return new Visitor(name, HexFormat.of().formatHex(password));
	}

	/**
	 * Return this visitor as the service is to know it, without the password itself.
	 * @return the name and the hash of the password
	 */
	String credential() {
		return this.name + ":" + BCrypt.hashpw(this.password, BCrypt.gensalt());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
