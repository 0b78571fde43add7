package dev.groundwork.drills;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays drills: all of them, or those that the command line names.
 *
 * @since 0.1.0
 */
public final class Main {

	private static final int USAGE = 64;

	private Main() {
	}

	/**
	 * Play the drills. Exit codes: 0 both halves of every drill showed what they must, 1
	 * one did not, 64 the arguments are wrong.
	 * @param arguments the folder of the logs, then options and names of drills
	 * @throws Exception if anything goes wrong
	 */
	public static void main(String[] arguments) throws Exception {
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		System.setProperty("logback.configurationFile", "drills-logback.xml");
		PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		Optional<Arguments> understood = Arguments.of(List.of(arguments));
		if (understood.isEmpty()) {
			output.println(Arguments.USAGE);
			System.exit(USAGE);
		}
		System.exit(run(understood.orElseThrow(), output) ? 0 : 1);
	}

	private static boolean run(Arguments arguments, PrintStream output) throws Exception {
		if (arguments.list()) {
			Drills.all().forEach((drill) -> output.println(drill.name()));
			return true;
		}
		Runtime.getRuntime()
			.addShutdownHook(
					new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
		List<Result> results = new ArrayList<>();
		try (Servers servers = new Servers()) {
			Run run = new Run(servers, arguments.folder(), new Progress(output));
			for (List<Drill> drills : Drills.programme(arguments.names())) {
				results.addAll(run.play(drills));
			}
		}
		Table table = new Table(results);
		output.println();
		output.println(table.toText());
		if (arguments.write() != null) {
			Path readme = arguments.write();
			Files.writeString(readme, Readme.withLastRun(Files.readString(readme), table.toMarkdown()));
		}
		return table.allShown();
	}

}
