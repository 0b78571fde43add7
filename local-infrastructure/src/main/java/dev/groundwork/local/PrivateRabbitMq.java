package dev.groundwork.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A RabbitMQ broker on its host.
 */
final class PrivateRabbitMq extends PrivateServer implements LocalRabbitMq {

	private static final String USER = "guest";

	private static final String LISTEN_WITH_TLS = """
			{ok, _} = application:ensure_all_started(ssl),
			rabbit_networking:start_ssl_listener({"%s", %d, inet}, [{cert, base64:decode("%s")},
			{key, {'PrivateKeyInfo', base64:decode("%s")}}, {versions, ['%s']}], 2).
			""";

	private final int managementPort;

	private final int tlsPort;

	private final TlsAddress tlsAddress;

	private final Function<List<String>, String> control;

	/**
	 * Create a broker.
	 * @param name the name of the broker
	 * @param port the AMQP port
	 * @param managementPort the port of the management plugin
	 * @param tlsPort the AMQP port for TLS
	 * @param tlsAddress what the broker binds to be reached at that port
	 * @param host where it runs
	 * @param control runs {@code rabbitmqctl} with arguments and returns what it wrote
	 */
	PrivateRabbitMq(String name, int port, int managementPort, int tlsPort, TlsAddress tlsAddress, ServerHost host,
			Function<List<String>, String> control) {
		super(name, port, host, () -> new AmqpLogin(port, USER, USER).isAccepted());
		this.managementPort = managementPort;
		this.tlsPort = tlsPort;
		this.tlsAddress = tlsAddress;
		this.control = control;
	}

	@Override
	public String getUsername() {
		return USER;
	}

	@Override
	public String getPassword() {
		return USER;
	}

	@Override
	public URI getManagementUri() {
		return URI.create("http://127.0.0.1:" + this.managementPort);
	}

	@Override
	public int getTlsPort() {
		return this.tlsPort;
	}

	@Override
	public void listenWithTls(byte[] certificate, byte[] privateKey, String version) {
		control("eval", LISTEN_WITH_TLS.formatted(this.tlsAddress.host(), this.tlsAddress.port(), base64(certificate),
				base64(privateKey), version));
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	@Override
	public String control(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--quiet"));
		all.addAll(List.of(arguments));
		return this.control.apply(all);
	}

	/**
	 * An address that the broker itself binds.
	 *
	 * @param host the host
	 * @param port the port
	 */
	record TlsAddress(String host, int port) {
	}

}
