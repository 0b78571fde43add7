package dev.groundwork.readiness;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.OwnCertificate;
import org.jspecify.annotations.Nullable;

/**
 * {@link DependencyCheck} of the application's own web server: one HTTP exchange on the
 * real port. Whatever HTTP answers shows that a worker thread was free. A connection of
 * its own for each check, as one that was accepted long ago would not show whether the
 * server still accepts.
 */
final class WebServerCheck implements DependencyCheck {

	private static final String HTTP = "HTTP/";

	private final String name;

	private final Supplier<@Nullable InetSocketAddress> address;

	private final boolean secure;

	private final String request;

	private final int timeout;

	WebServerCheck(String name, Supplier<@Nullable InetSocketAddress> address, boolean secure, String target,
			Duration timeout) {
		this.name = name;
		this.address = address;
		this.secure = secure;
		this.request = "%s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: groundwork\r\nConnection: close\r\n\r\n"
			.formatted(target);
		this.timeout = (int) timeout.toMillis();
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public DependencyPolicy getDefaultPolicy() {
		return DependencyPolicy.STRICT;
	}

	@Override
	public List<Diagnosis> check() {
		InetSocketAddress bound = this.address.get();
		if (bound == null) {
			return List.of(diagnosis("own web server", "is not bound yet", "no port"));
		}
		InetSocketAddress target = reachable(bound);
		String subject = "own web server at port " + target.getPort();
		try {
			String answer = exchange(target);
			return answer.startsWith(HTTP) ? List.of()
					: List.of(diagnosis(subject, "does not answer with HTTP", "%d bytes".formatted(answer.length())));
		}
		catch (SSLHandshakeException ex) {
			// It has answered: it wants a certificate that only clients have
			return List.of();
		}
		catch (IOException ex) {
			Diagnosis diagnosis = ConnectionDiagnosis.of(ex, subject);
			return List
				.of((diagnosis != null)
						? new Diagnosis(FailureKind.TRANSIENT, diagnosis.subject(), diagnosis.cause(),
								diagnosis.evidence(), REMEDY)
						: diagnosis(subject, "does not answer", String.valueOf(ex)));
		}
	}

	private static final String REMEDY = "See what its worker threads do: a thread dump (jstack, or "
			+ "/actuator/threaddump on another port), and bound what they wait for.";

	private static Diagnosis diagnosis(String subject, String cause, String evidence) {
		return new Diagnosis(FailureKind.TRANSIENT, subject, cause, evidence, REMEDY);
	}

	private String exchange(InetSocketAddress target) throws IOException {
		try (Socket plain = new Socket()) {
			plain.connect(target, this.timeout);
			plain.setSoTimeout(this.timeout);
			if (!this.secure) {
				return exchange(plain);
			}
			try (SSLSocket socket = (SSLSocket) OwnCertificate.trust()
				.getSocketFactory()
				.createSocket(plain, "localhost", target.getPort(), true)) {
				return exchange(socket);
			}
		}
	}

	private String exchange(Socket socket) throws IOException {
		try {
			socket.getOutputStream().write(this.request.getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
			InputStream answer = socket.getInputStream();
			return new String(answer.readNBytes(HTTP.length()), StandardCharsets.US_ASCII);
		}
		catch (SSLException ex) {
			throw (ex.getMessage() != null && ex.getMessage().contains("Received fatal alert"))
					? new SSLHandshakeException(ex.getMessage()) : ex;
		}
	}

	private static InetSocketAddress reachable(InetSocketAddress bound) {
		InetAddress address = bound.getAddress();
		return (address == null || address.isAnyLocalAddress())
				? new InetSocketAddress(InetAddress.getLoopbackAddress(), bound.getPort()) : bound;
	}

}
