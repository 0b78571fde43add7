package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.List;

import com.rabbitmq.client.impl.AMQChannel;
import com.rabbitmq.client.impl.AMQCommand;
import com.rabbitmq.client.impl.AMQConnection;
import com.rabbitmq.client.impl.Method;

/**
 * Several methods that go to the socket at once. The client would flush each of them.
 */
final class MethodBatch extends AMQCommand {

	/**
	 * About as many as fill the client's buffer. The channel is locked while they are
	 * written, and sees only afterwards that the broker has closed it.
	 */
	static final int SIZE = 100;

	private final List<Method> methods;

	MethodBatch(List<Method> methods) {
		super(methods.get(0));
		this.methods = methods;
	}

	@Override
	public void transmit(AMQChannel channel) throws IOException {
		AMQConnection connection = channel.getConnection();
		for (Method method : this.methods) {
			connection.writeFrame(method.toFrame(channel.getChannelNumber()));
		}
		connection.flush();
	}

}
