package dev.groundwork.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificate for a test, made when the test runs.
 */
public final class TestCertificate {

	private static final String ALIAS = "server";

	private final KeyStore keyStore;

	private TestCertificate(KeyStore keyStore) {
		this.keyStore = keyStore;
	}

	/**
	 * Make a certificate that is valid now and signs itself.
	 * @param name what it is for, such as {@code ip:127.0.0.1} or {@code dns:elsewhere}
	 * @return the certificate
	 */
	public static TestCertificate of(String name) {
		try (Keytool keytool = new Keytool()) {
			keytool.run("-genkeypair", "-alias", ALIAS, "-keyalg", "RSA", "-dname", "CN=test", "-ext", "san=" + name,
					"-validity", "2");
			return new TestCertificate(keytool.keyStore());
		}
	}

	/**
	 * Make a certificate whose time is over, signed by an authority whose time is not.
	 * @param name what it is for
	 * @return the certificate
	 */
	public static TestCertificate expired(String name) {
		try (Keytool keytool = new Keytool()) {
			keytool.run("-genkeypair", "-alias", "authority", "-keyalg", "RSA", "-dname", "CN=authority", "-ext",
					"bc:c", "-validity", "2");
			keytool.run("-genkeypair", "-alias", ALIAS, "-signer", "authority", "-keyalg", "RSA", "-dname", "CN=test",
					"-ext", "san=" + name, "-startdate", "-5d", "-validity", "2");
			return new TestCertificate(keytool.keyStore());
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
			return this.keyStore.getKey(ALIAS, Keytool.PASSWORD.toCharArray()).getEncoded();
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
			keys.init(this.keyStore, Keytool.PASSWORD.toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), null, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return a client's context that trusts who has signed this certificate and nobody
	 * else.
	 * @return the context of the client
	 */
	public SSLContext clientContext() {
		try {
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			Certificate[] chain = this.keyStore.getCertificateChain(ALIAS);
			trusted.setCertificateEntry(ALIAS, chain[chain.length - 1]);
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
