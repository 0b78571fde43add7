package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.List;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import com.rabbitmq.client.impl.AMQChannel;
import org.jspecify.annotations.Nullable;

/**
 * {@link Lane} on a channel.
 */
final class ChannelLane implements Lane {

	private final Channel channel;

	ChannelLane(Channel channel) {
		this.channel = channel;
	}

	@Override
	public @Nullable BrokerRefusal declare(List<Declare> declares) throws IOException {
		try {
			for (int from = 0; from < declares.size(); from += MethodBatch.SIZE) {
				send(declares.subList(from, Math.min(declares.size(), from + MethodBatch.SIZE)));
			}
			// Cheap, needs no right, and is answered only after all that was sent before
			this.channel.basicQos(0);
			return null;
		}
		catch (IOException | ShutdownSignalException ex) {
			return refusalOf(ex);
		}
	}

	private void send(List<Declare> declares) throws IOException {
		// The client's interface has no way to ask passively without an answer
		((AMQChannel) this.channel).transmit(new MethodBatch(declares.stream().map(Declare::method).toList()));
	}

	boolean isOpen() {
		return this.channel.isOpen();
	}

	static BrokerRefusal refusalOf(Exception failure) throws IOException {
		BrokerRefusal refusal = BrokerRefusal.of(failure);
		if (refusal != null && refusal.isAboutMethod()) {
			return refusal;
		}
		throw (failure instanceof IOException lost) ? lost : new IOException(failure.getMessage(), failure);
	}

}
