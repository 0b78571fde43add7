package dev.groundwork.demonstration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All processes of the services. Starts none any more when closed.
 */
final class Processes implements AutoCloseable {

	private final Set<GuardedProcess> processes = ConcurrentHashMap.newKeySet();

	private boolean closed;

	synchronized GuardedProcess start(List<String> command, Map<String, String> environment, Path log) {
		if (this.closed) {
			throw new DemonstrationException("Nothing is started any more");
		}
		GuardedProcess process = GuardedProcess.start(command, environment, log);
		this.processes.add(process);
		return process;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.processes.parallelStream().forEach(GuardedProcess::stop);
		this.processes.clear();
	}

}
