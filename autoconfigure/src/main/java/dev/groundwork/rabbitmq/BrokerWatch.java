package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MissedHeartbeatException;
import com.rabbitmq.client.ShutdownSignalException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/**
 * Watches a broker: with a connection of its own that stays open, and by what the
 * application's connections tell. Opens no channel on a connection of the application, as
 * that takes the lock that publishers need.
 *
 * @since 0.1.0
 */
public final class BrokerWatch implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(BrokerWatch.class);

	/**
	 * The shortest that keeps a broker which is busy for a second from being taken for
	 * frozen: the client waits for two.
	 */
	private static final int HEARTBEAT_SECONDS = 2;

	private static final int ABORT_TIMEOUT_MILLIS = 100;

	private final BrokerConnector connector;

	private final RabbitMqDiagnoses diagnoses;

	private final AbstractConnectionFactory applicationFactory;

	private final ListenerHealth listeners;

	private final FailedListeners failedListeners;

	private final Map<Object, String> blocked = new ConcurrentHashMap<>();

	private volatile Consumer<List<Diagnosis>> events = (found) -> {
	};

	private volatile @Nullable Connection connection;

	private volatile boolean closed;

	/**
	 * Create a new {@link BrokerWatch} instance. Does not connect.
	 * @param applicationFactory the application's connection factory
	 * @param connectionName the name of the connection, as the broker shows it
	 * @param containers finds the listener containers of the application
	 * @param failedListeners knows which of them have ended
	 * @param timeout how long each step of a check waits for the broker
	 */
	public BrokerWatch(AbstractConnectionFactory applicationFactory, String connectionName,
			Supplier<? extends Collection<AbstractMessageListenerContainer>> containers,
			FailedListeners failedListeners, Duration timeout) {
		int millis = Math.toIntExact(timeout.toMillis());
		this.applicationFactory = applicationFactory;
		this.connector = new BrokerConnector(applicationFactory, null, connectionName,
				new BrokerConnector.Patience(millis, millis, HEARTBEAT_SECONDS));
		this.diagnoses = new RabbitMqDiagnoses(this.connector);
		this.failedListeners = failedListeners;
		this.listeners = new ListenerHealth(() -> containers.get()
			.stream()
			.filter((container) -> container.getConnectionFactory() == applicationFactory)
			.toList(), failedListeners, Clock.systemUTC());
	}

	/**
	 * Listen to the application's connections. Called once.
	 * @param consumer told what is wrong as soon as a connection tells; told nothing if a
	 * check is to find out
	 */
	public void listen(Consumer<List<Diagnosis>> consumer) {
		this.events = consumer;
		this.failedListeners.observe(() -> consumer.accept(List.of()));
		this.applicationFactory.addConnectionListener(new ApplicationConnections());
	}

	/**
	 * Check the broker and what the application has there. Not called twice at once.
	 * @return what is wrong, empty if nothing is: blocked means that the broker is there
	 */
	public List<Diagnosis> check() {
		try {
			Connection current = connected();
			// Any answer will do, and it takes no right
			Channel channel = current.createChannel();
			if (channel != null) {
				channel.abort();
			}
		}
		catch (IOException | TimeoutException | ShutdownSignalException ex) {
			abort();
			return List.of(this.diagnoses.ofConnection(ex));
		}
		List<Diagnosis> found = new ArrayList<>();
		this.blocked.values().stream().distinct().map(this::alarm).forEach(found::add);
		found.addAll(this.listeners.check());
		return found;
	}

	private Connection connected() throws IOException, TimeoutException {
		Connection current = this.connection;
		if (current != null && current.isOpen()) {
			return current;
		}
		Connection opened = this.connector.open((socket) -> {
		});
		this.connection = opened;
		opened.addShutdownListener(this::lost);
		if (this.closed) {
			abort();
			throw new IOException("The watch has ended");
		}
		return opened;
	}

	private void lost(ShutdownSignalException signal) {
		if (signal.isInitiatedByApplication()) {
			return;
		}
		// A broker that is only late is not lost: a check finds out
		boolean late = signal.getCause() instanceof MissedHeartbeatException;
		this.events.accept(late ? List.of() : List.of(this.diagnoses.ofConnection(signal)));
	}

	private Diagnosis alarm(String reason) {
		return new Diagnosis(FailureKind.BLOCKED, this.connector.describe(),
				"the broker accepts no messages: an alarm is set", reason,
				"See rabbitmq-diagnostics alarms: free disk space or memory; consumers go on and help.");
	}

	private void abort() {
		Connection current = this.connection;
		this.connection = null;
		if (current != null) {
			current.abort(ABORT_TIMEOUT_MILLIS);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		abort();
	}

	/**
	 * What the connections of the application tell.
	 */
	private final class ApplicationConnections implements ConnectionListener {

		@Override
		public void onCreate(org.springframework.amqp.rabbit.connection.@Nullable Connection created) {
			if (created == null) {
				return;
			}
			Connection delegate = created.getDelegate();
			if (delegate == null) {
				return;
			}
			try {
				delegate.addBlockedListener((reason) -> {
					BrokerWatch.this.blocked.put(delegate, reason);
					BrokerWatch.this.events.accept(List.of(alarm(reason)));
				}, () -> {
					BrokerWatch.this.blocked.remove(delegate);
					BrokerWatch.this.events.accept(List.of());
				});
				delegate.addShutdownListener((signal) -> BrokerWatch.this.blocked.remove(delegate));
			}
			catch (AlreadyClosedException ex) {
				logger.debug("Connection was closed at once", ex);
			}
		}

		@Override
		public void onShutDown(ShutdownSignalException signal) {
			lost(signal);
		}

	}

}
