package dev.groundwork.contract;

/**
 * Commands that make a secret.
 */
final class Generators {

	private static final int STRONG = 32;

	private static final int PLAIN_LINE = 64;

	private static final int BASE64_LINE = 48;

	private Generators() {
	}

	static String command(Encoding encoding, int minBytes) {
		int bytes = Math.max(STRONG, minBytes);
		return switch (encoding) {
			case PLAIN -> (minBytes <= PLAIN_LINE) ? base64(BASE64_LINE) : hex((minBytes + 1) / 2);
			case BASE64 -> base64(bytes);
			case HEX -> hex(bytes);
			case PEM -> "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072";
		};
	}

	private static String base64(int bytes) {
		// openssl breaks longer base64 into lines
		return "openssl rand -base64 " + bytes + ((bytes > BASE64_LINE) ? " | tr -d '\\n'" : "");
	}

	private static String hex(int bytes) {
		return "openssl rand -hex " + bytes;
	}

}
