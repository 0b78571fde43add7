package dev.groundwork.diagnosis;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Faults between here and the server's port. All of them may go away by themselves: names
 * and servers come late where everything starts at once.
 */
final class NetworkFaults {

	private static final ConnectionFault UNKNOWN_HOST = ConnectionFault.passing("host name cannot be resolved",
			"Check the host name in the configuration and the DNS of this machine; in Kubernetes a service of another "
					+ "namespace is <service>.<namespace>.");

	private static final ConnectionFault REFUSED = ConnectionFault.passing("connection refused",
			"Start the server, or correct the address in the configuration.");

	private static final ConnectionFault NO_ROUTE = ConnectionFault.passing("no route to host",
			"Check the address and the network policy.");

	private static final ConnectionFault CONNECT_TIMEOUT = ConnectionFault.passing("no connection in time",
			"Nothing answers at this address: check the address, the firewall and the network policy.");

	private static final ConnectionFault MUTE = ConnectionFault.passing("no answer in time",
			"The server accepts connections but does not answer: check whether it is overloaded or frozen.");

	private static final ConnectionFault LOST = ConnectionFault.passing("connection lost",
			"Check the server's log for the reason, and whether the port is the right one and expects TLS.");

	private static final ConnectionFault UNSPECIFIED = ConnectionFault.passing("connection failed",
			"Check the server's log for the reason.");

	private NetworkFaults() {
	}

	static @Nullable ConnectionFault of(Throwable failure) {
		if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
			return UNKNOWN_HOST;
		}
		if (failure instanceof NoRouteToHostException || says(failure, "unreachable")) {
			return NO_ROUTE;
		}
		if (isTimeout(failure)) {
			return isConnectTimeout(failure) ? CONNECT_TIMEOUT : MUTE;
		}
		if (failure instanceof ConnectException) {
			return REFUSED;
		}
		if (isConnectionLost(failure)) {
			return LOST;
		}
		return null;
	}

	static @Nullable ConnectionFault ofUnspecific(Throwable failure) {
		return (failure.getClass() == IOException.class) ? UNSPECIFIED : null;
	}

	static boolean isConnectionLost(@Nullable Throwable failure) {
		return failure instanceof SocketException || failure instanceof EOFException
				|| failure instanceof ClosedChannelException || says(failure, "connection closed");
	}

	/**
	 * The JDK has one type for two time-outs, and clients have types of their own.
	 * @param failure the time-out
	 * @return whether no connection came about
	 */
	private static boolean isConnectTimeout(Throwable failure) {
		return failure instanceof ConnectException || says(failure, "connect timed out")
				|| failure.getClass().getSimpleName().equals("ConnectTimeoutException");
	}

	private static boolean isTimeout(Throwable failure) {
		return failure instanceof SocketTimeoutException || failure instanceof TimeoutException
				|| (failure instanceof ConnectException && says(failure, "timed out"));
	}

	private static boolean says(@Nullable Throwable failure, String words) {
		return failure instanceof IOException && failure.getMessage() != null
				&& failure.getMessage().toLowerCase(Locale.ROOT).contains(words);
	}

}
