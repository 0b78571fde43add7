package dev.groundwork.demonstration;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalServerException;

/**
 * Runs the demonstration, or says what its servers would be. Called by {@code dev/demo}
 * and {@code dev/verify}; see {@link Arguments}.
 *
 * @since 0.1.0
 */
public final class Main {

	private Main() {
	}

	/**
	 * Run the demonstration. Exit codes: 0 everything was seen, 1 something was not, 64
	 * the arguments are wrong.
	 * @param arguments the command line
	 */
	public static void main(String[] arguments) {
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		// what a log or a terminal of today expects, whatever the locale says
		PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		System.exit(run(List.of(arguments), output, System.err));
	}

	static int run(List<String> line, PrintStream output, PrintStream errors) {
		try {
			Arguments arguments = Arguments.parse(line);
			if (arguments.describe()) {
				output.println(LocalInfrastructure.describe());
				return 0;
			}
			return Demonstration.run(arguments, output) ? 0 : 1;
		}
		catch (IllegalArgumentException ex) {
			errors.println(ex.getMessage());
			return 64;
		}
		catch (DemonstrationException | LocalServerException ex) {
			errors.println(ex.getMessage());
			return 1;
		}
	}

}
