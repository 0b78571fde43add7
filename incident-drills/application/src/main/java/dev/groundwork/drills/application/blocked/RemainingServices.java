package dev.groundwork.drills.application.blocked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Services that are greeted before they are used.
 *
 * @param greeting the first byte of their answer
 */
record RemainingServices(int greeting) {

	static RemainingServices initialize(int port) {
		// Nobody has thought of a time-out
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return new RemainingServices(socket.getInputStream().read());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
