package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.net.Socket;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The connection of a session and its channels. A refusal may close the connection, then
 * it is opened anew; when the connection is lost, the link stays down.
 */
final class BrokerLink implements LaneSource, AutoCloseable {

	private static final Log logger = LogFactory.getLog(BrokerLink.class);

	private static final int CLOSE_TIMEOUT_MILLIS = 2_000;

	private final BrokerConnector connector;

	private final Deque<ChannelLane> idle = new ConcurrentLinkedDeque<>();

	private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

	private final Semaphore permits;

	private volatile boolean aborted;

	private volatile Connection connection;

	BrokerLink(BrokerConnector connector) throws IOException, TimeoutException {
		this.connector = connector;
		this.connection = connector.open(this.sockets::add);
		int channelMax = this.connection.getChannelMax();
		this.permits = new Semaphore((channelMax > 0) ? channelMax : Lanes.WIDTH);
	}

	@Override
	public Lane take() throws IOException {
		this.permits.acquireUninterruptibly();
		try {
			return idleOrNew();
		}
		catch (IOException | RuntimeException ex) {
			this.permits.release();
			throw ex;
		}
	}

	private ChannelLane idleOrNew() throws IOException {
		for (ChannelLane lane = this.idle.pollLast(); lane != null; lane = this.idle.pollLast()) {
			if (lane.isOpen()) {
				return lane;
			}
		}
		try {
			return open(this.connection);
		}
		catch (IOException | ShutdownSignalException ex) {
			ChannelLane.refusalOf(ex);
			return open(reopened());
		}
	}

	private static ChannelLane open(Connection connection) throws IOException {
		Channel channel = connection.createChannel();
		if (channel == null) {
			throw new IOException("The broker allows no more channels on a connection");
		}
		return new ChannelLane(channel);
	}

	private synchronized Connection reopened() throws IOException {
		if (!this.connection.isOpen()) {
			try {
				this.connection = this.connector.open(this.sockets::add);
			}
			catch (TimeoutException ex) {
				throw new IOException(ex.getMessage(), ex);
			}
			if (this.aborted) {
				abort();
			}
		}
		return this.connection;
	}

	@Override
	public void giveBack(Lane lane) {
		if (lane instanceof ChannelLane channel && channel.isOpen()) {
			this.idle.addLast(channel);
		}
		this.permits.release();
	}

	// Closing a socket is the one thing that ends a write to a peer that does not read
	@Override
	public void abort() {
		this.aborted = true;
		for (Socket socket : this.sockets) {
			try {
				socket.setSoLinger(true, 0);
				socket.close();
			}
			catch (IOException ex) {
				logger.debug("Socket was already closed", ex);
			}
		}
	}

	@Override
	public void close() {
		try {
			this.connection.close(CLOSE_TIMEOUT_MILLIS);
		}
		catch (IOException | ShutdownSignalException ex) {
			logger.debug("Connection was already closed", ex);
		}
	}

}
