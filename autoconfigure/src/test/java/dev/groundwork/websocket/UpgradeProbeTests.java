package dev.groundwork.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link UpgradeProbe}.
 */
@Timeout(20)
class UpgradeProbeTests {

	private final UpgradeProbe probe = new UpgradeProbe();

	@Test
	void serverThatUpgradesOnItsPathAnswers() throws IOException {
		try (TinyServer server = TinyServer.answering(101)) {
			assertThat(upgrade(server)).isEqualTo("101 at ws://127.0.0.1:" + server.address().getPort() + "/ws");
			assertThat(server.requests()).containsExactly("GET /ws HTTP/1.1");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void serverThatAsksWhoWeAreAnswers(int status) throws IOException {
		try (TinyServer server = TinyServer.answering(status)) {
			assertThat(upgrade(server)).startsWith(status + " at ws://127.0.0.1:");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 404, 500, 503 })
	void anyOtherAnswerIsTriedAgain(int status) throws IOException {
		try (TinyServer server = TinyServer.answering(status)) {
			Diagnosis diagnosis = refusal(server.address());
			assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
			assertThat(diagnosis.subject())
				.isEqualTo("WebSocket upgrade at ws://127.0.0.1:" + server.address().getPort() + "/ws");
			assertThat(diagnosis.cause()).isEqualTo("answered with " + status + " instead of 101");
			assertThat(diagnosis.remedy()).contains("path of the endpoint");
		}
	}

	@Test
	void serverThatIsGoneIsTriedAgain() throws IOException {
		InetSocketAddress address;
		try (TinyServer server = TinyServer.answering(101)) {
			address = server.address();
		}
		Diagnosis diagnosis = refusal(address);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(diagnosis.cause()).isEqualTo("no answer");
		assertThat(diagnosis.evidence()).contains("ConnectException");
	}

	@Test
	void serverThatNeverAnswersIsTriedAgainSoon() throws IOException {
		try (TinyServer server = TinyServer.silent()) {
			assertThat(refusal(server.address()).cause()).isEqualTo("no answer");
		}
	}

	@Test
	void selfSignedCertificateForAnotherNameIsAccepted(@TempDir Path folder) throws Exception {
		try (TinyServer server = TinyServer.upgradingWith(selfSigned(folder))) {
			assertThat(this.probe.upgrade(server.address(), TestServer.at(server.address()).withTls()))
				.isEqualTo("101 at wss://127.0.0.1:" + server.address().getPort() + "/ws");
		}
	}

	@Test
	void serverBoundToEveryInterfaceIsAskedOnLoopback() throws IOException {
		try (TinyServer server = TinyServer.onEveryInterface()) {
			assertThat(server.address().getAddress().isAnyLocalAddress()).isTrue();
			assertThat(upgrade(server)).startsWith("101 at ws://127.0.0.1:");
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.0.0.0, 127.0.0.1", "::, 127.0.0.1", "::1, [0:0:0:0:0:0:0:1]", "127.0.0.1, 127.0.0.1" })
	void boundAddressBecomesAddressToAsk(String bound, String asked) throws IOException {
		int closedPort;
		try (TinyServer server = TinyServer.answering(101)) {
			closedPort = server.address().getPort();
		}
		Diagnosis diagnosis = refusal(new InetSocketAddress(InetAddress.getByName(bound), closedPort));
		assertThat(diagnosis.subject()).isEqualTo("WebSocket upgrade at ws://" + asked + ":" + closedPort + "/ws");
	}

	private String upgrade(TinyServer server) {
		return this.probe.upgrade(server.address(), TestServer.at(server.address()));
	}

	private Diagnosis refusal(InetSocketAddress address) {
		DiagnosedException ex = catchThrowableOfType(DiagnosedException.class,
				() -> this.probe.upgrade(address, TestServer.at(address)));
		assertThat(ex.getCause()).isNotNull();
		return ex.getDiagnoses().get(0);
	}

	private static SSLServerSocketFactory selfSigned(Path folder) throws Exception {
		char[] password = "changeit".toCharArray();
		Path file = folder.resolve("server.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=another.example", "-storetype",
				"PKCS12", "-keystore", file.toString(), "-storepass", new String(password))
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("keytool.log").toFile())
			.start();
		assertThat(keytool.waitFor(15, TimeUnit.SECONDS)).isTrue();
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(file)) {
			store.load(content, password);
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, password);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context.getServerSocketFactory();
	}

}
