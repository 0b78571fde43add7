package dev.groundwork.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs benchmarks: all of them, or those that the command line names.
 *
 * @since 0.1.0
 */
public final class Main {

	private Main() {
	}

	/**
	 * Run the benchmarks. Exit codes: 0 every target is met, 1 one is missed or something
	 * went wrong, 64 the arguments are wrong.
	 * @param arguments the folder of the results, then the names of benchmarks
	 * @throws Exception if anything goes wrong
	 */
	public static void main(String[] arguments) throws Exception {
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		List<Benchmark> all = List.of(new RabbitMqBenchmark(), new ElasticsearchBenchmark(), new StartBenchmark(),
				new ReadinessBenchmark(), new ContractBenchmark());
		List<String> names = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
		List<Benchmark> chosen = all.stream()
			.filter((benchmark) -> names.isEmpty() || names.contains(benchmark.getName()))
			.toList();
		if (arguments.length == 0 || (!names.isEmpty() && chosen.size() != names.size())) {
			System.err.println("arguments: FOLDER [%s]..."
				.formatted(String.join(" | ", all.stream().map(Benchmark::getName).toList())));
			System.exit(64);
		}
		System.exit(run(chosen, Path.of(arguments[0]), System.out) ? 0 : 1);
	}

	static boolean run(List<Benchmark> benchmarks, Path folder, PrintStream output) throws Exception {
		boolean met = true;
		for (Benchmark benchmark : benchmarks) {
			long start = System.nanoTime();
			List<Comparison> comparisons = benchmark.run((progress) -> output.printf("%6d s  %-16s  %s%n",
					(System.nanoTime() - start) / 1_000_000_000, benchmark.getName(), progress));
			write(benchmark, new Table(comparisons), folder, output);
			met &= comparisons.stream().noneMatch(Comparison::isMissed);
		}
		return met;
	}

	private static void write(Benchmark benchmark, Table table, Path folder, PrintStream output) throws IOException {
		Files.createDirectories(folder);
		String text = benchmark.getTitle() + System.lineSeparator() + System.lineSeparator() + table.toMarkdown();
		Files.writeString(folder.resolve(benchmark.getName() + ".md"), text);
		Files.writeString(folder.resolve(benchmark.getName() + ".json"), table.toJson());
		output.println();
		output.println(text);
	}

}
