package dev.groundwork.diagnosis;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ConnectionDiagnosis}.
 */
class ConnectionDiagnosisTests {

	private static final String SERVER = "RabbitMQ at localhost:5672";

	static Stream<Arguments> failuresThatGoAway() {
		return Stream.of(Arguments.of(new UnknownHostException("rabbit"), "host name cannot be resolved"),
				Arguments.of(new ConnectException("Connection refused"), "connection refused"),
				Arguments.of(new ConnectException("Connection timed out"), "no connection in time"),
				Arguments.of(new SocketTimeoutException("Connect timed out"), "no connection in time"),
				Arguments.of(new SocketException("Network is unreachable"), "no route to host"),
				Arguments.of(new ClosedChannelException(), "connection lost"),
				Arguments.of(new ClientException("Connection closed by peer"), "connection lost"),
				Arguments.of(new NoRouteToHostException("No route to host"), "no route to host"),
				Arguments.of(new SocketTimeoutException("Read timed out"), "no answer in time"),
				Arguments.of(new TimeoutException("No reply"), "no answer in time"),
				Arguments.of(new SocketException("Connection reset"), "connection lost"),
				Arguments.of(new EOFException("End of stream"), "connection lost"),
				Arguments.of(new IOException("Broken pipe"), "connection failed"));
	}

	@ParameterizedTest
	@MethodSource("failuresThatGoAway")
	void failureToConnectIsTransientAndNamed(Exception failure, String cause) {
		Diagnosis diagnosis = diagnose(failure);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.summary()).isEqualTo(SERVER + ": " + cause);
		assertThat(diagnosis.evidence()).isEqualTo(failure.toString());
		assertThat(diagnosis.remedy()).isNotBlank();
	}

	@ParameterizedTest
	@MethodSource("failuresThatGoAway")
	void failureIsFoundBelowWhatWrapsIt(Exception failure, String cause) {
		Throwable wrapped = new IllegalStateException("wrapper", new IOException("wrapper", failure));
		assertThat(diagnose(wrapped).cause()).isEqualTo(cause);
	}

	@Test
	void handshakeThatIsRefusedIsPermanent() {
		Diagnosis diagnosis = diagnose(new SSLHandshakeException("PKIX path building failed"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("the server's certificate is not trusted");
		assertThat(diagnosis.remedy()).contains("spring.ssl.bundle");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					Unsupported or unrecognized SSL message | the server does not speak TLS on this port
					Unrecognized SSL message, plaintext connection? | the server does not speak TLS on this port
					No subject alternative DNS name matching search found. | the server's certificate is for another host name
					No name matching search found | the server's certificate is for another host name
					Received fatal alert: protocol_version | the server and this service have no version of TLS in common
					No appropriate protocol (protocol is disabled) | the server and this service have no version of TLS in common
					Received fatal alert: handshake_failure | the server and this service have no cipher suite in common
					Received fatal alert: insufficient_security | the server and this service have no cipher suite in common
					Received fatal alert: certificate_required | the server wants a certificate of this service
					Received fatal alert: bad_certificate | the server wants a certificate of this service
					Received fatal alert: unknown_ca | the server wants a certificate of this service
					Received fatal alert: unrecognized_name | the server has no certificate for this host name
					Received fatal alert: internal_error | TLS handshake failed
					""")
	void messageTellsWhyTheHandshakeFails(String message, String cause) {
		Diagnosis diagnosis = diagnose(new SSLHandshakeException(message));
		assertThat(diagnosis.cause()).isEqualTo(cause);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.evidence()).contains(message);
		assertThat(diagnosis.remedy()).isNotBlank();
	}

	@Test
	void certificateThatHasExpiredIsToldFromOneThatIsNotTrusted() {
		SSLHandshakeException failure = new SSLHandshakeException("PKIX path validation failed");
		failure.initCause(new CertPathValidatorException("validity check failed",
				new CertificateExpiredException("NotAfter: Sat Jan 01 00:00:00 UTC 2022")));
		assertThat(diagnose(failure).cause()).isEqualTo("the server's certificate has expired");
		assertThat(diagnose(failure).evidence()).contains("2022");
	}

	@Test
	void certificateOfTheFutureBlamesTheClocks() {
		SSLHandshakeException failure = new SSLHandshakeException("PKIX path validation failed");
		failure.initCause(new CertificateNotYetValidException("NotBefore: tomorrow"));
		assertThat(diagnose(failure).remedy()).contains("clocks");
	}

	@Test
	void passwordInTheTextOfAFailureIsHidden() {
		assertThat(diagnose(new IOException("http://user:pa55word@search:9200 broke")).evidence())
			.isEqualTo("java.io.IOException: http://user:***@search:9200 broke");
		assertThat(diagnose(new IOException("Authorization: Basic dXNlcjpwYXNzd29yZA== sent")).evidence())
			.isEqualTo("java.io.IOException: Authorization: Basic *** sent");
	}

	@Test
	void closedPortIsConnectionRefused() throws IOException {
		int port = closedPort();
		IOException failure = catchThrowableOfType(IOException.class,
				() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
		assertThat(diagnose(failure).cause()).isEqualTo("connection refused");
	}

	@Test
	void connectionClosedDuringHandshakeIsTransient() throws IOException {
		Diagnosis diagnosis = diagnose(handshakeFailure(null));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("connection lost");
	}

	@Test
	void connectionResetInsideTlsIsTransient() {
		SSLException failure = new SSLException("Connection reset", new SocketException("Connection reset"));
		assertThat(diagnose(failure).kind()).isEqualTo(FailureKind.TRANSIENT);
	}

	@Test
	void serverWithoutTlsIsPermanent() throws IOException {
		Diagnosis diagnosis = diagnose(handshakeFailure("HTTP/1.1 400 Bad Request\r\n\r\n"));
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(diagnosis.cause()).isEqualTo("the server does not speak TLS on this port");
	}

	@Test
	void failureOfAnotherSubjectIsNotDiagnosed() {
		assertThat(ConnectionDiagnosis.of(new IllegalStateException("bug"), SERVER)).isNull();
		assertThat(ConnectionDiagnosis.of(new UncheckedIOException(new FileNotFoundException("users.json")), SERVER))
			.isNull();
	}

	@Test
	void endlessChainOfCausesEnds() {
		Exception first = new IllegalStateException("first");
		Exception second = new IllegalStateException("second", first);
		first.initCause(second);
		assertThat(ConnectionDiagnosis.of(first, SERVER)).isNull();
	}

	private static Diagnosis diagnose(Throwable failure) {
		Diagnosis diagnosis = ConnectionDiagnosis.of(failure, SERVER);
		assertThat(diagnosis).isNotNull();
		return diagnosis;
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static IOException handshakeFailure(@Nullable String answer) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerOnce(server, answer));
			try (SSLSocket client = (SSLSocket) SSLSocketFactory.getDefault()
				.createSocket(server.getInetAddress(), server.getLocalPort())) {
				client.setSoTimeout(5000);
				return catchThrowableOfType(IOException.class, client::startHandshake);
			}
			finally {
				answered.join();
			}
		}
	}

	private static void answerOnce(ServerSocket server, @Nullable String answer) {
		try (Socket connection = server.accept()) {
			connection.getInputStream().read(new byte[16_384]);
			if (answer != null) {
				connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Failure of a type that a client has for itself.
	 */
	private static final class ClientException extends IOException {

		private static final long serialVersionUID = 1L;

		ClientException(String message) {
			super(message);
		}

	}

}
