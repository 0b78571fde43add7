package dev.groundwork.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificate that signs itself, made by the JDK's {@code keytool} when a test runs.
 */
public final class TestCertificate {

	private static final String PASSWORD = "changeit";

	private static final String ALIAS = "server";

	private final KeyStore keyStore;

	private TestCertificate(KeyStore keyStore) {
		this.keyStore = keyStore;
	}

	/**
	 * Make a certificate that is valid now.
	 * @param name what it is for, such as {@code ip:127.0.0.1} or {@code dns:elsewhere}
	 * @return the certificate
	 */
	public static TestCertificate of(String name) {
		return make(name, "-validity", "2");
	}

	/**
	 * Make a certificate whose time is over.
	 * @param name what it is for
	 * @return the certificate
	 */
	public static TestCertificate expired(String name) {
		return make(name, "-startdate", "-5d", "-validity", "2");
	}

	private static TestCertificate make(String name, String... validity) {
		try {
			Path folder = Files.createTempDirectory("certificate");
			Path file = folder.resolve("store.p12");
			List<String> line = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
					ALIAS, "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=test", "-ext", "san=" + name,
					"-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
			line.addAll(List.of(validity));
			Process keytool = new ProcessBuilder(line).redirectErrorStream(true)
				.redirectOutput(folder.resolve("log").toFile())
				.start();
			if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
				keytool.destroyForcibly();
				throw new IllegalStateException("keytool failed: " + Files.readString(folder.resolve("log")));
			}
			KeyStore keyStore = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
			Files.delete(folder.resolve("log"));
			Files.delete(file);
			Files.delete(folder);
			return new TestCertificate(keyStore);
		}
		catch (IOException | GeneralSecurityException | InterruptedException ex) {
			throw new IllegalStateException("No certificate for " + name, ex);
		}
	}

	/**
	 * Return the certificate in its DER form.
	 * @return the bytes
	 */
	public byte[] certificate() {
		try {
			return this.keyStore.getCertificate(ALIAS).getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the private key in its PKCS#8 form.
	 * @return the bytes
	 */
	public byte[] privateKey() {
		try {
			return this.keyStore.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return what a server needs to show this certificate.
	 * @return the context of the server
	 */
	public SSLContext serverContext() {
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(this.keyStore, PASSWORD.toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), null, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return a client's context that trusts this certificate and no other.
	 * @return the context of the client
	 */
	public SSLContext clientContext() {
		try {
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry(ALIAS, this.keyStore.getCertificate(ALIAS));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
