package dev.groundwork.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Takes the servers away from two running services, one without and one with Groundwork,
 * and gives them back.
 */
final class ReadinessBenchmark implements Benchmark {

	private static final String POLICY = "--groundwork.readiness.dependencies.rabbitmq.policy=";

	private static final int PROBES_PER_SECOND = 50;

	private static final int REQUESTS_PER_SECOND = 20;

	private static final int WORKERS = 200;

	private static final int REPLICAS = 50;

	private static final Duration LONGEST_RETURN = Duration.ofSeconds(30);

	private final Duration window;

	private final Duration outage;

	private final int cycles;

	ReadinessBenchmark() {
		this(Duration.ofSeconds(20), Duration.ofSeconds(60), 100);
	}

	/**
	 * Create a benchmark.
	 * @param window how long each state is measured
	 * @param outage how long the fleet is without broker
	 * @param cycles how often a broker comes and goes
	 */
	ReadinessBenchmark(Duration window, Duration outage, int cycles) {
		this.window = window;
		this.outage = outage;
		this.cycles = cycles;
	}

	@Override
	public String getName() {
		return "readiness";
	}

	@Override
	public String getTitle() {
		return "Readiness of two running services side by side: Spring Boot with rabbit and elasticsearch in its "
				+ "readiness group, and Groundwork as it is; %d probes and %d requests a second, given up after 1 s"
					.formatted(PROBES_PER_SECOND, REQUESTS_PER_SECOND);
	}

	@Override
	public List<Comparison> run(Consumer<String> progress) throws Exception {
		List<Comparison> all = new ArrayList<>();
		Consumer<List<Comparison>> results = (comparisons) -> {
			comparisons.forEach((comparison) -> progress.accept(comparison.toString()));
			all.addAll(comparisons);
		};
		try (WorkFolder work = WorkFolder.create(); Servers servers = new Servers()) {
			Path folder = work.path();
			progress.accept("requests to the servers that probes cause");
			results.accept(requestsCausedByProbes(folder, servers));
			progress.accept("RabbitMQ frozen");
			results.accept(frozen("RabbitMQ frozen", folder, servers, true, false));
			progress.accept("Elasticsearch frozen");
			results.accept(frozen("Elasticsearch frozen", folder, servers, false, true));
			progress.accept("both frozen");
			results.accept(frozen("both frozen", folder, servers, true, true));
			progress.accept("all threads of the web server busy");
			results.accept(allWorkersBusy(folder, servers));
			progress.accept("RabbitMQ killed");
			results.accept(killed("RabbitMQ killed", folder, servers, "DEGRADED"));
			progress.accept("RabbitMQ killed, policy strict");
			results.accept(killed("RabbitMQ killed, strict", folder, servers, "DOWN", POLICY + "strict"));
			progress.accept("RabbitMQ comes and goes, %d times".formatted(this.cycles));
			results.accept(comesAndGoes(folder, servers));
			progress.accept("a fleet without broker for %d s".formatted(this.outage.toSeconds()));
			results.accept(fleet(folder, servers));
		}
		return all;
	}

	private List<Comparison> requestsCausedByProbes(Path folder, Servers servers) throws Exception {
		double[] caused = new double[Variant.values().length];
		for (Variant variant : Variant.values()) {
			try (DelayProxy rabbitMq = new DelayProxy(servers.rabbitMq().getPort(), Duration.ZERO);
					DelayProxy elasticsearch = new DelayProxy(servers.elasticsearch().getPort(), Duration.ZERO);
					ShopProcess shop = ShopProcess.start(folder, variant,
							servers.propertiesOf(variant, rabbitMq.getPort(), elasticsearch.getPort()))) {
				shop.awaitReady();
				probe(shop, 1).join();
				long before = rabbitMq.requests() + elasticsearch.requests();
				Elapsed.until(this.window, () -> false);
				long alone = rabbitMq.requests() + elasticsearch.requests() - before;
				probe(shop, PROBES_PER_SECOND).join();
				long probed = rabbitMq.requests() + elasticsearch.requests() - before - alone;
				caused[variant.ordinal()] = 100.0 * Math.max(0, probed - alone)
						/ (this.window.toSeconds() * PROBES_PER_SECOND);
			}
		}
		return List.of(new Comparison("requests to the servers caused by 100 probes", "", caused[0], caused[1],
				Promise.atMost(0.5)));
	}

	private List<Comparison> frozen(String scenario, Path folder, Servers servers, boolean rabbitMq,
			boolean elasticsearch) throws Exception {
		try (Shops shops = Shops.start(folder, servers)) {
			warmUp(shops);
			CompletableFuture<Answers> plainHealthy = probe(shops.plain(), PROBES_PER_SECOND);
			CompletableFuture<Answers> healthy = probe(shops.groundwork(), PROBES_PER_SECOND);
			double healthyP99 = healthy.join().p99();
			Comparison before = new Comparison(scenario + ", before: p99 of a probe", "ms", plainHealthy.join().p99(),
					healthyP99, Promise.none());
			List<Comparison> during;
			freeze(servers, rabbitMq, elasticsearch);
			try {
				during = frozen(scenario, shops, healthyP99);
			}
			finally {
				resume(servers, rabbitMq, elasticsearch);
			}
			double[] back = back(shops);
			List<Comparison> comparisons = new ArrayList<>(List.of(before));
			comparisons.addAll(during);
			comparisons
				.add(new Comparison(scenario + ": up after its return", "s", back[0], back[1], Promise.atMost(3)));
			return comparisons;
		}
	}

	private List<Comparison> frozen(String scenario, Shops shops, double healthyP99) {
		CompletableFuture<Answers> plainHello = hello(shops.plain());
		CompletableFuture<Answers> hello = hello(shops.groundwork());
		CompletableFuture<Answers> plainProbes = probe(shops.plain(), PROBES_PER_SECOND);
		CompletableFuture<Answers> probes = probe(shops.groundwork(), PROBES_PER_SECOND);
		return List.of(
				new Comparison(scenario + ": p99 of a probe", "ms", plainProbes.join().p99(), probes.join().p99(),
						Promise.atMost(2 * healthyP99)),
				new Comparison(scenario + ": probes without an answer", "%", plainProbes.join().percentWithoutAnswer(),
						probes.join().percentWithoutAnswer(), Promise.atMost(0)),
				new Comparison(scenario + ": other requests served", "%", plainHello.join().percentOk(),
						hello.join().percentOk(), Promise.atLeast(100)));
	}

	private static void freeze(Servers servers, boolean rabbitMq, boolean elasticsearch) {
		if (rabbitMq) {
			servers.rabbitMq().freeze();
		}
		if (elasticsearch) {
			servers.elasticsearch().freeze();
		}
	}

	private static void resume(Servers servers, boolean rabbitMq, boolean elasticsearch) {
		if (rabbitMq) {
			servers.rabbitMq().resume();
		}
		if (elasticsearch) {
			servers.elasticsearch().resume();
		}
	}

	private static void warmUp(Shops shops) {
		Duration time = Duration.ofSeconds(5);
		CompletableFuture.allOf(series(shops.plain(), time), series(shops.groundwork(), time)).join();
	}

	private static CompletableFuture<Answers> series(ShopProcess shop, Duration duration) {
		return new RequestSeries(shop.readiness(), 2 * PROBES_PER_SECOND).run(duration);
	}

	private CompletableFuture<Answers> probe(ShopProcess shop, int perSecond) {
		return new RequestSeries(shop.readiness(), perSecond).run(this.window);
	}

	private CompletableFuture<Answers> hello(ShopProcess shop) {
		return new RequestSeries(shop.hello(), REQUESTS_PER_SECOND).run(this.window);
	}

	/**
	 * Wait for both to be up.
	 * @param shops the two
	 * @return how long each took, in seconds
	 */
	private static double[] back(Shops shops) {
		CompletableFuture<Double> plain = CompletableFuture.supplyAsync(() -> secondsUntil(shops.plain(), "UP"));
		double groundwork = secondsUntil(shops.groundwork(), "UP");
		return new double[] { plain.join(), groundwork };
	}

	private static double secondsUntil(ShopProcess shop, String... statuses) {
		return Elapsed.until(LONGEST_RETURN, () -> List.of(statuses).contains(shop.health())) / 1_000;
	}

	private List<Comparison> allWorkersBusy(Path folder, Servers servers) throws Exception {
		try (Shops shops = Shops.start(folder, servers)) {
			warmUp(shops);
			new RequestSeries(shops.groundwork().earlyReadiness(), 2 * PROBES_PER_SECOND).run(Duration.ofSeconds(5))
				.join();
			Duration busy = this.window.plusSeconds(10);
			// As many again wait in the queue, so that no worker becomes free
			shops.plain().occupy(2 * WORKERS, busy);
			shops.groundwork().occupy(2 * WORKERS, busy);
			requireBusy(shops.plain());
			requireBusy(shops.groundwork());
			CompletableFuture<Answers> plain = probe(shops.plain(), PROBES_PER_SECOND);
			Answers early = new RequestSeries(shops.groundwork().earlyReadiness(), PROBES_PER_SECOND).run(this.window)
				.join();
			return List.of(
					new Comparison("%d threads busy: p99 of a probe, ours on its port".formatted(WORKERS), "ms",
							plain.join().p99(), early.p99(), Promise.atMost(10)),
					new Comparison("%d threads busy: probes without an answer".formatted(WORKERS), "%",
							plain.join().percentWithoutAnswer(), early.percentWithoutAnswer(), Promise.atMost(0)));
		}
	}

	private static void requireBusy(ShopProcess shop) {
		secondsUntil(shop, "none");
		if (!shop.health().equals("none")) {
			throw new IllegalStateException("The web server still has a thread for a probe");
		}
	}

	private List<Comparison> killed(String scenario, Path folder, Servers servers, String told, String... properties)
			throws Exception {
		try (Shops shops = Shops.start(folder, servers, properties)) {
			warmUp(shops);
			CompletableFuture<Double> plain = CompletableFuture
				.supplyAsync(() -> secondsUntil(shops.plain(), "DOWN", "none"));
			CompletableFuture<Double> groundwork = CompletableFuture
				.supplyAsync(() -> secondsUntil(shops.groundwork(), told));
			servers.rabbitMq().kill();
			CompletableFuture.allOf(plain, groundwork).join();
			servers.rabbitMq().start();
			double[] back = back(shops);
			return List.of(
					new Comparison(scenario + ": told after", "s", plain.join(), groundwork.join(), Promise.atMost(1)),
					new Comparison(scenario + ": up after its return", "s", back[0], back[1], Promise.atMost(3)));
		}
	}

	private List<Comparison> comesAndGoes(Path folder, Servers servers) throws Exception {
		double[] surplus = new double[Variant.values().length];
		for (Variant variant : Variant.values()) {
			try (FailingProxy proxy = new FailingProxy(servers.rabbitMq().getPort());
					ShopProcess shop = ShopProcess.start(folder, variant,
							servers.propertiesOf(variant, proxy.getPort(), servers.elasticsearch().getPort()))) {
				shop.awaitReady();
				surplus[variant.ordinal()] = surplusChanges(shop, proxy, variant);
			}
		}
		return List.of(new Comparison("RabbitMQ comes and goes %d times: changes too many".formatted(this.cycles), "",
				surplus[0], surplus[1], Promise.atMost(0)));
	}

	private double surplusChanges(ShopProcess shop, FailingProxy proxy, Variant variant) throws Exception {
		String lost = (variant == Variant.PLAIN) ? "DOWN" : "DEGRADED";
		Random random = new Random(42);
		secondsUntil(shop, "UP");
		try (StatusWatch watch = new StatusWatch(shop::health)) {
			for (int cycle = 0; cycle < this.cycles; cycle++) {
				proxy.cut();
				secondsUntil(shop, lost);
				Elapsed.until(Duration.ofMillis(random.nextInt(500)), () -> false);
				proxy.mend();
				secondsUntil(shop, "UP");
				Elapsed.until(Duration.ofMillis(random.nextInt(500)), () -> false);
			}
			return Math.abs(watch.changes() - 2 * this.cycles);
		}
	}

	private List<Comparison> fleet(Path folder, Servers servers) throws Exception {
		try (Shops shops = Shops.start(folder, servers)) {
			Duration before = Duration.ofSeconds(10);
			Duration total = before.plus(this.outage).plus(LONGEST_RETURN);
			CompletableFuture<Answers> plain = new RequestSeries(shops.plain().readiness(), 5).run(total);
			CompletableFuture<Answers> groundwork = new RequestSeries(shops.groundwork().readiness(), 5).run(total);
			Elapsed.until(before, () -> false);
			servers.rabbitMq().kill();
			Elapsed.until(this.outage, () -> false);
			servers.rabbitMq().start();
			return List.of(new Comparison(
					"%d replicas, broker away for %d s: requests served".formatted(REPLICAS, this.outage.toSeconds()),
					"%", new Fleet(plain.join(), REPLICAS, new Random(42)).percentServed(),
					new Fleet(groundwork.join(), REPLICAS, new Random(42)).percentServed(), Promise.atLeast(100)));
		}
	}

}
