package dev.groundwork.diagnosis;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.jspecify.annotations.Nullable;

/**
 * Faults of a TLS handshake. They stay until somebody changes a certificate or a
 * configuration. The JDK tells most of them by a message only.
 */
final class TlsFaults {

	private static final ConnectionFault OTHER = ConnectionFault.lasting("TLS handshake failed",
			"Check that both sides speak TLS and that the certificate is trusted (spring.ssl.bundle.*).");

	private static final List<Entry> ENTRIES = List.of(entry("the server does not speak TLS on this port",
			"Give the port on which the server speaks TLS, or connect without TLS (spring.rabbitmq.ssl.enabled, "
					+ "http:// instead of https://).",
			says("unsupported or unrecognized ssl message", "plaintext connection")),
			entry("the server's certificate has expired", "Renew the certificate of the server.",
					isCausedBy(CertificateExpiredException.class)),
			entry("the server's certificate is not valid yet", "Check the clocks of both machines.",
					isCausedBy(CertificateNotYetValidException.class)),
			entry("the server's certificate is for another host name",
					"Connect by a name that the certificate has, or have it issued for this name.",
					says("no subject alternative", "no name matching", "subject alternative names")
						.or(SSLPeerUnverifiedException.class::isInstance)),
			entry("the server's certificate is not trusted",
					"Add the authority that signed it to the trust store: spring.ssl.bundle.pem.<name>.truststore."
							+ "certificate, and name the bundle in spring.rabbitmq.ssl.bundle or "
							+ "spring.elasticsearch.restclient.ssl.bundle.",
					isCausedBy(CertPathBuilderException.class).or(says("pkix path", "trustanchors"))),
			entry("the server and this service have no version of TLS in common",
					"Enable TLSv1.2 or TLSv1.3 on the server, or name its version in spring.ssl.bundle.pem.<name>."
							+ "options.enabled-protocols.",
					says("protocol_version", "no appropriate protocol", "selected protocol version")),
			entry("the server wants a certificate of this service",
					"Give the service a certificate that the server trusts: spring.ssl.bundle.pem.<name>.keystore."
							+ "certificate and .private-key.",
					says("certificate_required", "bad_certificate", "alert: certificate_unknown", "alert: unknown_ca")),
			entry("the server and this service have no cipher suite in common",
					"Compare the cipher suites of the server with spring.ssl.bundle.pem.<name>.options.ciphers; a server "
							+ "that wants a certificate of this service may say the same.",
					says("handshake_failure", "insufficient_security", "cipher suite")),
			entry("the server has no certificate for this host name",
					"Connect by the name for which the server is configured.", says("unrecognized_name")));

	private TlsFaults() {
	}

	static @Nullable ConnectionFault of(Throwable failure) {
		if (!(failure instanceof SSLException) || NetworkFaults.isConnectionLost(failure.getCause())) {
			return null;
		}
		return ENTRIES.stream()
			.filter((entry) -> entry.matches().test(failure))
			.map(Entry::fault)
			.findFirst()
			.orElse(OTHER);
	}

	private static Entry entry(String cause, String remedy, Predicate<Throwable> sign) {
		return new Entry(ConnectionFault.lasting(cause, remedy), sign);
	}

	private static Predicate<Throwable> says(String... words) {
		return (failure) -> CauseChain.of(failure)
			.stream()
			.map((each) -> String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT))
			.anyMatch((message) -> List.of(words).stream().anyMatch(message::contains));
	}

	private static Predicate<Throwable> isCausedBy(Class<? extends Throwable> type) {
		return (failure) -> CauseChain.of(failure).stream().anyMatch(type::isInstance);
	}

	/**
	 * A fault and how it is recognized.
	 *
	 * @param fault the fault
	 * @param matches whether a failure is this fault
	 */
	private record Entry(ConnectionFault fault, Predicate<Throwable> matches) {
	}

}
