package dev.groundwork.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.EncryptedPrivateKeyInfo;

import org.jspecify.annotations.Nullable;

/**
 * What stands between one {@code BEGIN} and one {@code END} line.
 *
 * @param label what the lines say, such as {@code PRIVATE KEY}
 * @param bytes the decoded bytes
 * @param encrypted whether the bytes are encrypted as OpenSSL once did it
 */
record PemBlock(String label, byte[] bytes, boolean encrypted) {

	private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "XDH", "DSA", "DH", "RSASSA-PSS");

	private static final byte[] VERSION_AND_RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

	private static final int SEQUENCE = 0x30;

	private static final int OCTET_STRING = 0x04;

	/**
	 * Return whether the JDK can read it. What only other libraries know is not looked
	 * at.
	 * @return whether nothing is known to be wrong
	 */
	boolean isReadable() {
		if (this.bytes.length == 0) {
			return false;
		}
		if (this.encrypted) {
			return true;
		}
		return switch (this.label) {
			case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> certificate() != null;
			case "PRIVATE KEY" -> isKey(new PKCS8EncodedKeySpec(this.bytes), true);
			case "RSA PRIVATE KEY" -> isKey(new PKCS8EncodedKeySpec(pkcs8(this.bytes)), true);
			case "PUBLIC KEY" -> isKey(new X509EncodedKeySpec(this.bytes), false);
			case "ENCRYPTED PRIVATE KEY" -> isEncryptedKey();
			default -> true;
		};
	}

	@Nullable X509Certificate certificate() {
		if (!this.label.endsWith("CERTIFICATE")) {
			return null;
		}
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(this.bytes));
		}
		catch (CertificateException ex) {
			return null;
		}
	}

	private static boolean isKey(KeySpec spec, boolean isPrivate) {
		return ALGORITHMS.stream().anyMatch((algorithm) -> isKey(algorithm, spec, isPrivate));
	}

	private static boolean isKey(String algorithm, KeySpec spec, boolean isPrivate) {
		try {
			KeyFactory factory = KeyFactory.getInstance(algorithm);
			if (isPrivate) {
				factory.generatePrivate(spec);
			}
			else {
				factory.generatePublic(spec);
			}
			return true;
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private boolean isEncryptedKey() {
		try {
			new EncryptedPrivateKeyInfo(this.bytes);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	// the JDK reads the older form only inside the newer one
	private static byte[] pkcs8(byte[] pkcs1) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(VERSION_AND_RSA);
		content.writeBytes(element(OCTET_STRING, pkcs1));
		return element(SEQUENCE, content.toByteArray());
	}

	private static byte[] element(int tag, byte[] content) {
		ByteArrayOutputStream element = new ByteArrayOutputStream();
		element.write(tag);
		int lengthBytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / Byte.SIZE;
		if (content.length >= 0x80) {
			element.write(0x80 + lengthBytes);
		}
		for (int i = lengthBytes - 1; i >= 0; i--) {
			element.write(content.length >> (i * Byte.SIZE));
		}
		element.writeBytes(content);
		return element.toByteArray();
	}

}
