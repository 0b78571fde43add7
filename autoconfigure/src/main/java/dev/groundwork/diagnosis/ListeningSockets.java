package dev.groundwork.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Linux writes about TCP sockets ({@code /proc/net/tcp} and {@code /proc/net/tcp6}).
 * Pure.
 */
final class ListeningSockets {

	private static final int LOCAL_ADDRESS = 1;

	private static final int STATE = 3;

	private static final int INODE = 9;

	private static final String LISTEN = "0A";

	private ListeningSockets() {
	}

	/**
	 * Return the numbers of the sockets that listen on the given port.
	 * @param table the lines of the table
	 * @param port the port
	 * @return the inodes; lines of any other form are passed over
	 */
	static Set<String> inodes(List<String> table, int port) {
		String suffix = ":%04X".formatted(port);
		return table.stream()
			.map((line) -> line.strip().split("\\s+"))
			.filter((columns) -> columns.length > INODE)
			.filter((columns) -> columns[STATE].equals(LISTEN) && columns[LOCAL_ADDRESS].endsWith(suffix))
			.map((columns) -> columns[INODE])
			.collect(Collectors.toUnmodifiableSet());
	}

}
