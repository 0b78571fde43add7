package dev.groundwork.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Starts the application in turn without and with Groundwork.
 */
final class StartBenchmark implements Benchmark {

	private final int rounds;

	StartBenchmark() {
		this(21);
	}

	StartBenchmark(int rounds) {
		this.rounds = rounds;
	}

	@Override
	public String getName() {
		return "start";
	}

	@Override
	public String getTitle() {
		return "Start of a service with a queue, a listener, an index and a web server, all declared; medians of "
				+ this.rounds;
	}

	@Override
	public List<Comparison> run(Consumer<String> progress) throws Exception {
		Figures plain = new Figures();
		Figures groundwork = new Figures();
		try (WorkFolder work = WorkFolder.create(); Servers servers = new Servers()) {
			Path folder = work.path();
			for (Variant variant : Variant.values()) {
				measure(folder, servers, variant, new Figures());
			}
			for (int round = 0; round < this.rounds; round++) {
				progress.accept("round %d of %d".formatted(round + 1, this.rounds));
				boolean plainFirst = round % 2 == 0;
				measure(folder, servers, plainFirst ? Variant.PLAIN : Variant.GROUNDWORK,
						plainFirst ? plain : groundwork);
				measure(folder, servers, plainFirst ? Variant.GROUNDWORK : Variant.PLAIN,
						plainFirst ? groundwork : plain);
			}
		}
		return List.of(
				new Comparison("first answer to a probe, a connection without Groundwork", "ms",
						plain.firstAnswer.get(), groundwork.firstAnswer.get(), Promise.atMostOfPlain(0.3)),
				new Comparison("time to ready", "ms", plain.ready.get(), groundwork.ready.get(),
						Promise.atMostOfPlain(1.05)),
				new Comparison("resident memory when ready", "MiB", plain.memory.get(), groundwork.memory.get(),
						Promise.atMostAbovePlain(10)));
	}

	private static void measure(Path folder, Servers servers, Variant variant, Figures figures) throws Exception {
		try (ShopProcess shop = ShopProcess.start(folder, variant, servers.propertiesOf(variant))) {
			figures.firstAnswer.add((variant == Variant.PLAIN) ? shop.awaitConnection() : shop.awaitEarlyAnswer());
			shop.awaitConnection();
			figures.ready.add(shop.awaitReady());
			for (int i = 0; i < 20; i++) {
				shop.health();
			}
			figures.memory.add(shop.residentMebibytes());
		}
	}

	/**
	 * What was measured of one variant.
	 */
	private static final class Figures {

		private final Median firstAnswer = new Median();

		private final Median ready = new Median();

		private final Median memory = new Median();

	}

}
