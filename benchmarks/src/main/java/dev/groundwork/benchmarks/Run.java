package dev.groundwork.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.groundwork.local.LocalRabbitMq;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * One way to declare a topology, in a virtual host of its own.
 */
abstract class Run implements AutoCloseable {

	private final LocalRabbitMq broker;

	private final String virtualHost;

	private final Topology topology;

	private final CachingConnectionFactory connectionFactory;

	Run(LocalRabbitMq broker, int port, String virtualHost, Topology topology) {
		this.broker = broker;
		this.virtualHost = virtualHost;
		this.topology = topology;
		this.connectionFactory = new CachingConnectionFactory("127.0.0.1", port);
		this.connectionFactory.setUsername(broker.getUsername());
		this.connectionFactory.setPassword(broker.getPassword());
		this.connectionFactory.setVirtualHost(virtualHost);
	}

	CachingConnectionFactory connectionFactory() {
		return this.connectionFactory;
	}

	Topology topology() {
		return this.topology;
	}

	/**
	 * Declare on a connection that is open already.
	 * @return how many nanoseconds it took
	 * @throws InterruptedException if the thread was interrupted
	 */
	abstract long declare() throws InterruptedException;

	/**
	 * Connect, declare and disconnect.
	 * @return how many nanoseconds it took
	 * @throws InterruptedException if the thread was interrupted
	 */
	abstract long connectAndDeclare() throws InterruptedException;

	/**
	 * Delete the topology, past the proxy.
	 * @throws IOException if the broker refuses
	 */
	void clear() throws IOException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setPort(this.broker.getPort());
		factory.setUsername(this.broker.getUsername());
		factory.setPassword(this.broker.getPassword());
		factory.setVirtualHost(this.virtualHost);
		try (Connection connection = factory.newConnection(); Channel channel = connection.createChannel()) {
			for (int i = 0; i < this.topology.size(); i++) {
				channel.queueDeleteNoWait(Topology.queue(i), false, false);
				channel.exchangeDeleteNoWait(Topology.exchange(i), false);
			}
			channel.basicQos(1);
		}
		catch (TimeoutException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		this.connectionFactory.destroy();
	}

}
