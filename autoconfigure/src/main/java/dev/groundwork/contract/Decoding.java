package dev.groundwork.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The bytes that a text stands for, or why it stands for none. The reason holds nothing
 * of the text.
 *
 * @param bytes the bytes, none if there is a problem
 * @param problem what is wrong with the text, or {@code null} if nothing is
 */
record Decoding(byte[] bytes, @Nullable String problem) {

	static Decoding of(Encoding encoding, String text) {
		return switch (encoding) {
			case PLAIN -> decoded(text.getBytes(StandardCharsets.UTF_8));
			case BASE64 -> base64(text);
			case HEX -> hex(text);
			case PEM -> Pem.of(text).decoding();
		};
	}

	/**
	 * Return the bytes as text of as many characters.
	 * @return the text
	 */
	String text() {
		return new String(this.bytes, StandardCharsets.ISO_8859_1);
	}

	static Decoding decoded(byte[] bytes) {
		return new Decoding(bytes, null);
	}

	static Decoding failed(String problem) {
		return new Decoding(new byte[0], problem);
	}

	private static Decoding base64(String text) {
		if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
			return failed("is declared as base64, but broken into lines");
		}
		boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
		if (urlSafe && (text.indexOf('+') >= 0 || text.indexOf('/') >= 0)) {
			return failed("is declared as base64, but mixes the basic and the URL-safe alphabet");
		}
		try {
			return decoded((urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text));
		}
		catch (IllegalArgumentException ex) {
			// not kept: it quotes a character of the value
			return failed("is declared as base64, but is none");
		}
	}

	private static Decoding hex(String text) {
		try {
			return decoded(HexFormat.of().parseHex(text));
		}
		catch (IllegalArgumentException ex) {
			// not kept: it quotes the value
			boolean digits = text.chars().allMatch(HexFormat::isHexDigit);
			return failed("is declared as hex, but "
					+ (digits ? "has an odd number of digits" : "has characters that are no hexadecimal digits"));
		}
	}

}
