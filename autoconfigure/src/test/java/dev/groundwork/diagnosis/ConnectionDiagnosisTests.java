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
import java.nio.charset.StandardCharsets;
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
		assertThat(diagnosis.cause()).isEqualTo("TLS handshake failed");
		assertThat(diagnosis.remedy()).contains("spring.ssl.bundle");
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
		assertThat(diagnosis.cause()).isEqualTo("TLS handshake failed");
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

}
