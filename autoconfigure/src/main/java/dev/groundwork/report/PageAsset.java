package dev.groundwork.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A part of the start-up page that is the same on every page, and the hash by which a
 * browser is allowed to use it and nothing else.
 */
enum PageAsset {

	/**
	 * The style.
	 */
	STYLE("startup-page.css"),

	/**
	 * The script.
	 */
	SCRIPT("startup-page.js");

	private final String resource;

	private final String text;

	private final String source;

	PageAsset(String name) {
		this.resource = getClass().getPackageName().replace('.', '/') + "/" + name;
		this.text = read(name);
		this.source = "'sha256-" + Base64.getEncoder().encodeToString(sha256(this.text)) + "'";
	}

	private static String read(String name) {
		try (InputStream stream = PageAsset.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("'%s' is not on the class path".formatted(name));
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	String resource() {
		return this.resource;
	}

	String text() {
		return this.text;
	}

	/**
	 * Return the source expression for a content security policy.
	 * @return the hash of the text
	 */
	String source() {
		return this.source;
	}

}
