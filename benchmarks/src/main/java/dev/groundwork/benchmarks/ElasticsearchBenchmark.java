package dev.groundwork.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;

/**
 * Verifies indexes that are as declared, with {@code IndexOperations} and with
 * Groundwork, the two in turn.
 */
final class ElasticsearchBenchmark implements Benchmark {

	private static final Map<String, Double> TARGETS = Map.of("200 indexes, 5 ms", 10.0);

	private final int size;

	private final List<Integer> delays;

	private final int rounds;

	ElasticsearchBenchmark() {
		this(200, List.of(0, 1, 5), 5);
	}

	ElasticsearchBenchmark(int size, List<Integer> delays, int rounds) {
		this.size = size;
		this.delays = delays;
		this.rounds = rounds;
	}

	@Override
	public String getName() {
		return "elasticsearch";
	}

	@Override
	public String getTitle() {
		return "Indexes that are as declared: IndexOperations.exists() and getInformation() for each, and one attempt of "
				+ "Groundwork; both with an open client; added delay each way; medians";
	}

	@Override
	public List<Comparison> run(Consumer<String> progress) throws Exception {
		try (LocalElasticsearch node = LocalInfrastructure.elasticsearch()) {
			node.start();
			IndexesRun direct = new IndexesRun(node.getPort(), this.size);
			progress.accept("creating %d indexes".formatted(this.size));
			direct.create(node);
			progress.accept("warming up");
			measure(direct);
			direct.close();
			List<Comparison> comparisons = new ArrayList<>();
			for (int delay : this.delays) {
				progress.accept("%d indexes, %d ms each way".formatted(this.size, delay));
				try (DelayProxy proxy = new DelayProxy(node.getPort(), Duration.ofMillis(delay));
						IndexesRun run = new IndexesRun(proxy.getPort(), this.size)) {
					Median[] medians = measure(run);
					String scenario = "%d indexes, %d ms".formatted(this.size, delay);
					comparisons.add(Comparison.ofMillis(scenario, medians[0].get(), medians[1].get(),
							TARGETS.getOrDefault(scenario, 0.0)));
				}
			}
			return comparisons;
		}
	}

	private Median[] measure(IndexesRun run) {
		Median[] medians = { new Median(), new Median() };
		run.verifyOneByOne();
		run.verifyTogether();
		for (int round = 0; round < this.rounds; round++) {
			medians[0].addNanos(run.verifyOneByOne());
			medians[1].addNanos(run.verifyTogether());
		}
		return medians;
	}

}
