package dev.groundwork.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;

/**
 * Declares topologies with {@code RabbitAdmin} and with Groundwork, the two in turn.
 */
final class RabbitMqBenchmark implements Benchmark {

	private static final Map<String, Double> TARGETS = Map.of("10 of each, 5 ms, again", 8.0,
			"1000 of each, 0 ms, first", 2.2, "1000 of each, 5 ms, first", 14.0, "1000 of each, 0 ms, again", 3.0,
			"1000 of each, 1 ms, again", 15.0, "1000 of each, 5 ms, again", 60.0);

	private final List<Integer> sizes;

	private final List<Integer> delays;

	private final int fewestRounds;

	RabbitMqBenchmark() {
		this(List.of(10, 100, 1_000), List.of(0, 1, 5), 3);
	}

	RabbitMqBenchmark(List<Integer> sizes, List<Integer> delays, int fewestRounds) {
		this.sizes = sizes;
		this.delays = delays;
		this.fewestRounds = fewestRounds;
	}

	@Override
	public String getName() {
		return "rabbitmq";
	}

	@Override
	public String getTitle() {
		return "Exchanges, queues and bindings: RabbitAdmin.initialize() on an open connection, and Groundwork on an "
				+ "open session; added delay each way; medians";
	}

	@Override
	public List<Comparison> run(Consumer<String> progress) throws Exception {
		try (LocalRabbitMq broker = LocalInfrastructure.rabbitMq()) {
			broker.start();
			broker.addVhost(PlainRun.VIRTUAL_HOST);
			broker.addVhost(GroundworkRun.VIRTUAL_HOST);
			progress.accept("warming up");
			measure(broker, 100, 0, 3);
			List<Comparison> comparisons = new ArrayList<>();
			for (int size : this.sizes) {
				for (int delay : this.delays) {
					progress.accept("%d of each, %d ms each way".formatted(size, delay));
					List<Comparison> measured = measure(broker, size, delay, rounds(size));
					measured.forEach((comparison) -> progress.accept(comparison.toString()));
					comparisons.addAll(measured);
				}
			}
			return comparisons;
		}
	}

	private int rounds(int size) {
		return (size < 1_000) ? this.fewestRounds + 2 : this.fewestRounds;
	}

	private static List<Comparison> measure(LocalRabbitMq broker, int size, int delay, int rounds) throws Exception {
		Median[] plain = { new Median(), new Median(), new Median() };
		Median[] groundwork = { new Median(), new Median(), new Median() };
		try (DelayProxy proxy = new DelayProxy(broker.getPort(), Duration.ofMillis(delay));
				PlainRun plainRun = new PlainRun(broker, proxy.getPort(), new Topology(size));
				GroundworkRun groundworkRun = new GroundworkRun(broker, proxy.getPort(), new Topology(size))) {
			for (int round = 0; round < rounds; round++) {
				if (round % 2 == 0) {
					measure(plainRun, plain);
					measure(groundworkRun, groundwork);
				}
				else {
					measure(groundworkRun, groundwork);
					measure(plainRun, plain);
				}
			}
		}
		String scenario = "%d of each, %d ms, ".formatted(size, delay);
		return List.of(compare(scenario + "first", plain[0], groundwork[0]),
				compare(scenario + "again", plain[1], groundwork[1]),
				compare(scenario + "again, with connecting", plain[2], groundwork[2]));
	}

	private static void measure(Run run, Median[] medians) throws IOException, InterruptedException {
		run.clear();
		medians[0].addNanos(run.declare());
		medians[1].addNanos(run.declare());
		medians[2].addNanos(run.connectAndDeclare());
	}

	private static Comparison compare(String scenario, Median plain, Median groundwork) {
		return Comparison.ofMillis(scenario, plain.get(), groundwork.get(), TARGETS.getOrDefault(scenario, 0.0));
	}

}
