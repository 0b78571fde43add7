package dev.groundwork.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.groundwork.diagnosis.ConnectionDiagnosis;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests that provoke what {@link ConnectionDiagnosis} explains, with the
 * clients of RabbitMQ and Elasticsearch.
 */
@Timeout(90)
class ConnectionDiagnosisIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final TestCertificate OURS = TestCertificate.of("ip:127.0.0.1");

	private static final TestCertificate ELSEWHERE = TestCertificate.of("dns:elsewhere.example");

	/**
	 * The JVM's first handshake takes longer than any later one.
	 */
	private static final Duration LIMIT = Duration.ofSeconds(2);

	private static final String UNTRUSTED = "the server's certificate is not trusted";

	private static final String OTHER_NAME = "the server's certificate is for another host name";

	private static final String NO_TLS = "the server does not speak TLS on this port";

	@Test
	void rabbitMqThatSpeaksNoTls() throws Exception {
		assertPermanent(rabbitMq(infrastructure.rabbitMq().getPort(), OURS.clientContext()), NO_TLS);
	}

	@Test
	void rabbitMqWithTls() throws Exception {
		LocalRabbitMq broker = infrastructure.newRabbitMq();
		broker.start();
		broker.listenWithTls(OURS.certificate(), OURS.privateKey(), "tlsv1.2");
		int port = broker.getTlsPort();
		assertThat(rabbitMq(port, OURS.clientContext())).isNull();
		assertPermanent(rabbitMq(port, ELSEWHERE.clientContext()), UNTRUSTED);
		assertPermanent(rabbitMq(port, SSLContext.getDefault()), UNTRUSTED);
		assertPermanent(
				rabbitMq(port, OURS.clientContext(),
						(socket) -> socket.setEnabledProtocols(new String[] { "TLSv1.3" })),
				"the server and this service have no version of TLS in common");
		assertPermanent(
				rabbitMq(port, OURS.clientContext(),
						(socket) -> socket
							.setEnabledCipherSuites(new String[] { "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" })),
				"the server and this service have no cipher suite in common");
		Diagnosis plain = rabbitMq(port, null);
		assertThat(plain).isNotNull();
		assertThat(plain.kind()).isEqualTo(FailureKind.TRANSIENT);
		assertThat(plain.remedy()).contains("expects TLS");
	}

	@Test
	void rabbitMqWithTheCertificateOfAnotherHost() throws Exception {
		LocalRabbitMq broker = infrastructure.newRabbitMq();
		broker.start();
		broker.listenWithTls(ELSEWHERE.certificate(), ELSEWHERE.privateKey(), "tlsv1.3");
		assertPermanent(rabbitMq(broker.getTlsPort(), ELSEWHERE.clientContext()), OTHER_NAME);
	}

	@Test
	void certificateThatHasExpired() throws Exception {
		TestCertificate expired = TestCertificate.expired("ip:127.0.0.1");
		LocalRabbitMq broker = infrastructure.newRabbitMq();
		broker.start();
		broker.listenWithTls(expired.certificate(), expired.privateKey(), "tlsv1.3");
		String cause = "the server's certificate has expired";
		assertPermanent(rabbitMq(broker.getTlsPort(), expired.clientContext()), cause);
		assertPermanent(overHttps(expired, expired.clientContext()), cause);
	}

	@Test
	void elasticsearchThatSpeaksNoTls() throws Exception {
		assertPermanent(elasticsearch("https", infrastructure.elasticsearch().getPort(), OURS.clientContext()), NO_TLS);
	}

	@Test
	void elasticsearchWithTls() throws Exception {
		assertThat(overHttps(OURS, OURS.clientContext())).isNull();
		assertPermanent(overHttps(OURS, ELSEWHERE.clientContext()), UNTRUSTED);
		assertPermanent(overHttps(ELSEWHERE, ELSEWHERE.clientContext()), OTHER_NAME);
	}

	@Test
	void plainRequestToAnElasticsearchWithTls() throws Exception {
		HttpsServer server = https(OURS);
		try {
			assertTransient(elasticsearch("http", server.getAddress().getPort(), null), "connection lost");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void closedPort() throws Exception {
		int port;
		try (ServerSocket socket = loopback(1)) {
			port = socket.getLocalPort();
		}
		assertTransient(rabbitMq(port, null), "connection refused");
		assertTransient(elasticsearch("http", port, null), "connection refused");
	}

	@Test
	void hostThatNobodyKnows() throws Exception {
		ConnectionFactory factory = factory(5672);
		factory.setHost("no-such-host.invalid");
		assertTransient(diagnose(factory::newConnection), "host name cannot be resolved");
		try (Rest5Client client = Rest5Client.builder(URI.create("http://no-such-host.invalid:9200")).build()) {
			assertTransient(diagnose(() -> client.performRequest(new Request("GET", "/"))),
					"host name cannot be resolved");
		}
	}

	@Test
	void serverThatClosesTheConnection() throws Exception {
		try (ServerSocket server = loopback(5)) {
			Thread closing = new Thread(() -> closeAll(server), "closes-connections");
			closing.setDaemon(true);
			closing.start();
			assertTransient(rabbitMq(server.getLocalPort(), null), "connection lost");
			assertTransient(elasticsearch("http", server.getLocalPort(), null), "connection lost");
		}
	}

	@Test
	void serverThatIsMute() throws Exception {
		try (ServerSocket server = loopback(5)) {
			assertTransient(patiently(factory(server.getLocalPort())::newConnection), "no answer in time");
		}
	}

	@Test
	void brokerThatIsFrozen() throws Exception {
		LocalRabbitMq broker = infrastructure.newRabbitMq();
		broker.start();
		broker.freeze();
		// a busy machine takes a moment to stop a process
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertTransient(patiently(factory(broker.getPort())::newConnection), "no answer in time"));
	}

	@Test
	void portThatDoesNotEvenAccept() throws Exception {
		List<Socket> filling = new ArrayList<>();
		try (ServerSocket server = loopback(1)) {
			while (filling.size() < 10 && connects(server, filling)) {
				assertThat(filling).isNotEmpty();
			}
			assertTransient(patiently(factory(server.getLocalPort())::newConnection), "no connection in time");
			try (Rest5Client client = Rest5Client.builder(URI.create("http://127.0.0.1:" + server.getLocalPort()))
				.build()) {
				assertTransient(patiently(() -> client.performRequest(new Request("GET", "/"))),
						"no connection in time");
			}
		}
		finally {
			for (Socket socket : filling) {
				socket.close();
			}
		}
	}

	private static boolean connects(ServerSocket server, List<Socket> sockets) {
		Socket socket = new Socket();
		sockets.add(socket);
		return catchThrowable(() -> socket.connect(server.getLocalSocketAddress(), 300)) == null;
	}

	private static void closeAll(ServerSocket server) {
		try {
			while (true) {
				server.accept().close();
			}
		}
		catch (IOException ex) {
			// the test has ended
		}
	}

	private static ServerSocket loopback(int backlog) throws IOException {
		return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
	}

	private static @Nullable Diagnosis overHttps(TestCertificate certificate, SSLContext client) throws Exception {
		HttpsServer server = https(certificate);
		try {
			return elasticsearch("https", server.getAddress().getPort(), client);
		}
		finally {
			server.stop(0);
		}
	}

	private static HttpsServer https(TestCertificate certificate) throws IOException {
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
		server.createContext("/", (exchange) -> {
			byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		return server;
	}

	private static @Nullable Diagnosis elasticsearch(String scheme, int port, @Nullable SSLContext context)
			throws Exception {
		Rest5ClientBuilder builder = Rest5Client.builder(URI.create("%s://127.0.0.1:%d".formatted(scheme, port)));
		if (context != null) {
			builder.setSSLContext(context);
		}
		try (Rest5Client client = builder.build()) {
			return diagnose(() -> client.performRequest(new Request("GET", "/")));
		}
	}

	private static @Nullable Diagnosis rabbitMq(int port, @Nullable SSLContext context) {
		return rabbitMq(port, context, (socket) -> {
		});
	}

	private static @Nullable Diagnosis rabbitMq(int port, @Nullable SSLContext context, SocketSetting setting) {
		ConnectionFactory factory = factory(port);
		if (context != null) {
			factory.useSslProtocol(context);
			factory.enableHostnameVerification();
			factory.setSocketConfigurator(
					factory.getSocketConfigurator().andThen((socket) -> setting.apply((SSLSocket) socket)));
		}
		return diagnose(() -> {
			try (Connection connection = factory.newConnection()) {
				return connection.getServerProperties();
			}
		});
	}

	private static ConnectionFactory factory(int port) {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(port);
		factory.setAutomaticRecoveryEnabled(false);
		factory.setConnectionTimeout(1_500);
		factory.setHandshakeTimeout(1_500);
		return factory;
	}

	private static @Nullable Diagnosis diagnose(Callable<?> call) {
		long start = System.nanoTime();
		Diagnosis diagnosis = patiently(call);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		return diagnosis;
	}

	private static @Nullable Diagnosis patiently(Callable<?> call) {
		Throwable failure = catchThrowable(call::call);
		return (failure != null) ? ConnectionDiagnosis.of(failure, "the server") : null;
	}

	private static void assertPermanent(@Nullable Diagnosis diagnosis, String cause) {
		assertThat(diagnosis).isNotNull();
		assertThat(diagnosis.summary()).isEqualTo("the server: " + cause);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.PERMANENT);
	}

	private static void assertTransient(@Nullable Diagnosis diagnosis, String cause) {
		assertThat(diagnosis).isNotNull();
		assertThat(diagnosis.summary()).isEqualTo("the server: " + cause);
		assertThat(diagnosis.kind()).isEqualTo(FailureKind.TRANSIENT);
	}

	/**
	 * What a client insists on.
	 */
	private interface SocketSetting {

		void apply(SSLSocket socket) throws IOException;

	}

}
