package dev.groundwork.readiness;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import dev.groundwork.diagnosis.OwnCertificate;
import dev.groundwork.readiness.SocketCheck.HostAndPort;

import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.io.Resource;

/**
 * Where certificates are read from.
 */
interface CertificateSource {

	List<X509Certificate> read() throws Exception;

	/**
	 * The certificates that a server shows. Whether they are trusted is not asked.
	 *
	 * @param server the server
	 * @param timeout how long to wait for each of its answers
	 */
	record Server(HostAndPort server, Duration timeout) implements CertificateSource {

		@Override
		public List<X509Certificate> read() throws IOException {
			SSLSocketFactory factory = OwnCertificate.trust().getSocketFactory();
			try (Socket plain = new Socket()) {
				plain.connect(this.server.resolve(), (int) this.timeout.toMillis());
				plain.setSoTimeout((int) this.timeout.toMillis());
				try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, this.server.host(), this.server.port(),
						true)) {
					askByName(socket);
					socket.startHandshake();
					return certificates(socket.getSession().getPeerCertificates());
				}
			}
		}

		private void askByName(SSLSocket socket) {
			if (this.server.host().matches(".*[a-zA-Z].*") && !this.server.host().contains(":")) {
				SSLParameters parameters = socket.getSSLParameters();
				parameters.setServerNames(List.of(new SNIHostName(this.server.host())));
				socket.setSSLParameters(parameters);
			}
		}

		private static List<X509Certificate> certificates(Certificate[] chain) {
			return Arrays.stream(chain)
				.filter(X509Certificate.class::isInstance)
				.map(X509Certificate.class::cast)
				.toList();
		}

		@Override
		public String toString() {
			return this.server.host() + ":" + this.server.port();
		}

	}

	/**
	 * A file in PEM format.
	 *
	 * @param resource the file
	 */
	record Pem(Resource resource) implements CertificateSource {

		@Override
		public List<X509Certificate> read() throws IOException {
			try (InputStream stream = this.resource.getInputStream()) {
				return PemContent.load(stream).getCertificates();
			}
		}

		@Override
		public String toString() {
			return this.resource.getDescription();
		}

	}

}
