package dev.groundwork.demonstration;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that never keep the JVM alive.
 */
final class DaemonThreads {

	private DaemonThreads() {
	}

	static ThreadFactory named(String name) {
		return (target) -> {
			Thread thread = new Thread(target, name);
			thread.setDaemon(true);
			return thread;
		};
	}

}
