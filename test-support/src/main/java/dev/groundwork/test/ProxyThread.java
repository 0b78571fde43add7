package dev.groundwork.test;

import java.io.IOException;

/**
 * A thread of a {@link FaultProxy}, which ends when a socket is closed.
 */
final class ProxyThread {

	private ProxyThread() {
	}

	static Thread start(String name, Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// One of the two has closed its socket
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "fault-proxy-" + name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * What the thread does.
	 */
	@FunctionalInterface
	interface Work {

		void run() throws IOException, InterruptedException;

	}

}
