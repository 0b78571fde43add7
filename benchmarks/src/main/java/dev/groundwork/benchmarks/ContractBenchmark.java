package dev.groundwork.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What it costs to check a configuration, and how soon a broken one ends the JVM.
 */
final class ContractBenchmark implements Benchmark {

	private static final int PROPERTIES = 300;

	private static final int SECRETS = 40;

	private static final int BROKEN_CONTRACT = 78;

	private static final Pattern CHECKED = Pattern.compile("Checked in ([0-9]+) ms");

	private final int rounds;

	ContractBenchmark() {
		this(21);
	}

	ContractBenchmark(int rounds) {
		this.rounds = rounds;
	}

	@Override
	public String getName() {
		return "contract";
	}

	@Override
	public String getTitle() {
		return "Configuration contract of a service with %d properties and %d secrets, every rule active; medians of %d"
			.formatted(PROPERTIES, SECRETS, this.rounds);
	}

	@Override
	public List<Comparison> run(Consumer<String> progress) throws Exception {
		Median stage = new Median();
		Median plain = new Median();
		Median groundwork = new Median();
		try (WorkFolder work = WorkFolder.create(); Servers servers = new Servers()) {
			Path configuration = writeConfiguration(work.path());
			List<String> additional = List.of("--spring.config.additional-location=file:" + configuration,
					"--logging.level.dev.groundwork.autoconfigure.ContractEnforcer=debug");
			end(work.path(), servers, Variant.PLAIN, List.of());
			for (int round = 0; round < this.rounds; round++) {
				progress.accept("round %d of %d".formatted(round + 1, this.rounds));
				stage.add(stage(work.path(), servers, additional));
				boolean plainFirst = round % 2 == 0;
				if (plainFirst) {
					plain.add(end(work.path(), servers, Variant.PLAIN, additional));
				}
				groundwork.add(end(work.path(), servers, Variant.GROUNDWORK, additional));
				if (!plainFirst) {
					plain.add(end(work.path(), servers, Variant.PLAIN, additional));
				}
			}
		}
		return List.of(new Comparison("contract stage, in a cold JVM", "ms", 0, stage.get(), Promise.atMost(60)),
				new Comparison("a missing property has ended the JVM", "ms", plain.get(), groundwork.get(),
						Promise.atMostOfPlain(0.6)));
	}

	private static double stage(Path folder, Servers servers, List<String> additional) throws IOException {
		try (ShopProcess shop = ShopProcess.start(folder, Variant.GROUNDWORK,
				all(servers.propertiesOf(Variant.GROUNDWORK), additional), secrets())) {
			shop.awaitReady();
			Matcher checked = CHECKED.matcher(shop.log());
			if (!checked.find()) {
				throw new IllegalStateException("The log does not say how long the check took: " + shop.log());
			}
			return Double.parseDouble(checked.group(1));
		}
	}

	private static double end(Path folder, Servers servers, Variant variant, List<String> additional)
			throws IOException {
		List<String> properties = all(servers.propertiesOf(variant), additional);
		List<String> broken = all(properties, List.of("--spring.profiles.active=broken," + variant));
		try (ShopProcess shop = ShopProcess.start(folder, variant, broken, secrets())) {
			double elapsed = shop.awaitEnd();
			int expected = (variant == Variant.GROUNDWORK) ? BROKEN_CONTRACT : 1;
			if (shop.exitCode() != expected || !shop.log().contains("shop.greeting")) {
				throw new IllegalStateException("Ended for another reason: " + shop.log());
			}
			return elapsed;
		}
	}

	private static Path writeConfiguration(Path folder) throws IOException {
		Stream<String> catalog = IntStream.rangeClosed(1, PROPERTIES)
			.mapToObj((number) -> "shop.catalog.entry-%d: value of entry %d".formatted(number, number));
		Stream<String> values = numbers()
			.mapToObj((number) -> "shop.secrets.key-%d: ${SHOP_KEY_%d}".formatted(number, number));
		Stream<String> contract = numbers()
			.mapToObj((number) -> "      - { property: shop.secrets.key-%d, environment: SHOP_KEY_%d, min-bytes: 32 }"
				.formatted(number, number));
		List<String> lines = Stream
			.of(catalog, values, Stream.of("groundwork:", "  contract:", "    secrets:"), contract)
			.flatMap((part) -> part)
			.toList();
		return Files.write(folder.resolve("contract.yml"), lines);
	}

	private static Map<String, String> secrets() {
		Map<String, String> secrets = new LinkedHashMap<>();
		numbers().forEach(
				(number) -> secrets.put("SHOP_KEY_" + number, "Nq7%02dwLx0vTz3kRy5bHc8mJd2fGs6pXa".formatted(number)));
		return secrets;
	}

	private static IntStream numbers() {
		return IntStream.rangeClosed(1, SECRETS);
	}

	private static List<String> all(List<String> some, List<String> others) {
		return Stream.of(some, others).flatMap(List::stream).toList();
	}

}
