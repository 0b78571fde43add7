package dev.groundwork.rabbitmq;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import dev.groundwork.resource.ResourceId;

/**
 * Names that Kubernetes accepts. What it does not accept is replaced, and a digest of the
 * whole keeps names apart that have become the same.
 */
final class KubernetesName {

	private static final int READABLE = 48;

	private static final int DIGEST_BYTES = 4;

	private KubernetesName() {
	}

	static String of(String virtualHost, ResourceId id) {
		String readable = (id.kind() + "-" + id.name()).toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("-+$", "");
		String shortened = (readable.length() > READABLE) ? readable.substring(0, READABLE).replaceAll("-+$", "")
				: readable;
		return shortened + "-" + digest(virtualHost + "\n" + id.kind() + "\n" + id.name());
	}

	private static String digest(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
