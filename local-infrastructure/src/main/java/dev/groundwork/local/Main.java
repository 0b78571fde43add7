package dev.groundwork.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs servers for as long as this process lives. <pre>
 * run [rabbitmq] [elasticsearch] [postgresql] [--&lt;server&gt;-port N]
 * </pre> Without a name it runs all. When a server accepts work its host and port are
 * printed as {@code name=value}, one a line. SIGTERM, SIGINT and the end of the standard
 * input (unless that is {@code /dev/null}) end it, and nothing is left running.
 *
 * @since 0.1.0
 */
public final class Main {

	private Main() {
	}

	/**
	 * Run the servers. Exit codes: 0 the standard input has ended, 1 a server is missing
	 * or does not start, 64 the arguments are wrong.
	 * @param arguments the command line
	 */
	public static void main(String[] arguments) {
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		System.exit(run(List.of(arguments), System.in, System.out, System.err));
	}

	static int run(List<String> arguments, InputStream input, PrintStream output, PrintStream errors) {
		try {
			List<LocalServer> servers = RunArguments.parse(arguments).create();
			try {
				servers.forEach(LocalServer::launch);
				servers.forEach((server) -> announce(server, output));
				awaitEnd(input);
			}
			finally {
				servers.forEach(LocalServer::close);
			}
			return 0;
		}
		catch (IllegalArgumentException ex) {
			errors.println(ex.getMessage());
			return 64;
		}
		catch (LocalServerException | IOException | InterruptedException ex) {
			errors.println(ex.getMessage());
			return 1;
		}
	}

	private static void announce(LocalServer server, PrintStream output) {
		server.awaitAccepting();
		String kind = server.getName().substring(0, server.getName().lastIndexOf('-'));
		output.printf("%s.host=127.0.0.1%n%s.port=%d%n", kind, kind, server.getPort());
		output.flush();
	}

	private static void awaitEnd(InputStream input) throws IOException, InterruptedException {
		if (isNothing(input)) {
			new CountDownLatch(1).await();
		}
		input.transferTo(OutputStream.nullOutputStream());
	}

	// A shell gives /dev/null to what it starts in the background: that is no end.
	private static boolean isNothing(InputStream input) throws IOException {
		Path standardInput = Path.of("/proc/self/fd/0");
		return input == System.in && Files.exists(standardInput)
				&& Files.isSameFile(standardInput, Path.of("/dev/null"));
	}

}
