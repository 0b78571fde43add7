package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.SocketConfigurator;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Opens connections for provisioning: to the same broker and with the same credentials as
 * the application, but apart from the application's own connections and with finite
 * time-outs.
 */
final class BrokerConnector {

	private static final Patience PROVISIONING = new Patience(3_000, 10_000, 5);

	private final AbstractConnectionFactory applicationFactory;

	private final @Nullable String virtualHost;

	private final String connectionName;

	private final Patience patience;

	BrokerConnector(AbstractConnectionFactory applicationFactory, String connectionName) {
		this(applicationFactory, null, connectionName);
	}

	BrokerConnector(AbstractConnectionFactory applicationFactory, @Nullable String virtualHost, String connectionName) {
		this(applicationFactory, virtualHost, connectionName, PROVISIONING);
	}

	BrokerConnector(AbstractConnectionFactory applicationFactory, @Nullable String virtualHost, String connectionName,
			Patience patience) {
		this.patience = patience;
		this.applicationFactory = applicationFactory;
		this.virtualHost = virtualHost;
		this.connectionName = connectionName;
	}

	/**
	 * Connect.
	 * @param sockets told of each socket, unless the client does its input and output in
	 * another way
	 * @return the connection
	 * @throws IOException if the broker cannot be reached or refuses
	 * @throws TimeoutException if the broker does not answer in time
	 */
	Connection open(Consumer<Socket> sockets) throws IOException, TimeoutException {
		ConnectionFactory factory = this.applicationFactory.getRabbitConnectionFactory().clone();
		factory.setAutomaticRecoveryEnabled(false);
		factory.setSocketConfigurator(telling(sockets, factory.getSocketConfigurator()));
		factory.setExceptionHandler(new QuietExceptionHandler());
		factory.setConnectionTimeout(this.patience.connectMillis());
		factory.setHandshakeTimeout(this.patience.connectMillis());
		factory.setChannelRpcTimeout(this.patience.rpcMillis());
		factory.setShutdownTimeout(this.patience.connectMillis());
		factory.setRequestedHeartbeat(this.patience.heartbeatSeconds());
		factory.setVirtualHost(virtualHost());
		return factory.newConnection(addresses(), this.connectionName);
	}

	private static SocketConfigurator telling(Consumer<Socket> sockets, SocketConfigurator configurator) {
		return (socket) -> {
			configurator.configure(socket);
			sockets.accept(socket);
		};
	}

	String user() {
		return this.applicationFactory.getUsername();
	}

	String virtualHost() {
		return (this.virtualHost != null) ? this.virtualHost : this.applicationFactory.getVirtualHost();
	}

	/**
	 * Return the property that says which virtual host is used.
	 * @return the name of the property
	 */
	String virtualHostProperty() {
		return (this.virtualHost != null) ? "virtual-host under groundwork.rabbitmq" : "spring.rabbitmq.virtual-host";
	}

	/**
	 * Return the broker as people know it.
	 * @return the name and the address of the broker
	 */
	String describe() {
		String address = String.join(", ", addresses().stream().map(Address::toString).toList());
		return "RabbitMQ at " + address;
	}

	@SuppressWarnings("unchecked")
	private List<Address> addresses() {
		// Spring AMQP keeps the addresses of a cluster to itself, and the client's own
		// connection factory knows only the first of them
		Method method = ReflectionUtils.findMethod(AbstractConnectionFactory.class, "getAddresses");
		if (method != null) {
			ReflectionUtils.makeAccessible(method);
			List<Address> addresses = (List<Address>) ReflectionUtils.invokeMethod(method, this.applicationFactory);
			if (addresses != null && !addresses.isEmpty()) {
				return List.copyOf(addresses);
			}
		}
		return List.of(new Address(this.applicationFactory.getHost(), this.applicationFactory.getPort()));
	}

	/**
	 * How long a connection waits for the broker.
	 *
	 * @param connectMillis for the connection and for the end of the handshake
	 * @param rpcMillis for the answer to a method
	 * @param heartbeatSeconds the heartbeat; two that are missed end the connection
	 */
	record Patience(int connectMillis, int rpcMillis, int heartbeatSeconds) {

	}

}
