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
		Ends ends = new Ends();
		Ends endsWithSecrets = new Ends();
		try (WorkFolder work = WorkFolder.create(); Servers servers = new Servers()) {
			List<String> properties = additional(write(work.path(), "properties.yml", properties()));
			List<String> withSecrets = additional(
					write(work.path(), "secrets.yml", Stream.concat(properties(), contract())));
			end(work.path(), servers, Variant.PLAIN, List.of(), Map.of());
			for (int round = 0; round < this.rounds; round++) {
				progress.accept("round %d of %d".formatted(round + 1, this.rounds));
				stage.add(stage(work.path(), servers, withSecrets));
				for (Variant variant : inTurn(round)) {
					ends.of(variant).add(end(work.path(), servers, variant, properties, Map.of()));
					endsWithSecrets.of(variant).add(end(work.path(), servers, variant, withSecrets, secrets()));
				}
			}
		}
		return List.of(new Comparison("contract stage, in a cold JVM", "ms", 0, stage.get(), Promise.atMost(60)),
				ends.compare("a missing property has ended the JVM, without the secrets"),
				endsWithSecrets.compare("a missing property has ended the JVM"));
	}

	private static List<Variant> inTurn(int round) {
		return (round % 2 == 0) ? List.of(Variant.PLAIN, Variant.GROUNDWORK)
				: List.of(Variant.GROUNDWORK, Variant.PLAIN);
	}

	private static List<String> additional(Path configuration) {
		return List.of("--spring.config.additional-location=file:" + configuration,
				"--logging.level.dev.groundwork.autoconfigure.ContractEnforcer=debug");
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

	private static double end(Path folder, Servers servers, Variant variant, List<String> additional,
			Map<String, String> secrets) throws IOException {
		List<String> properties = all(servers.propertiesOf(variant), additional);
		List<String> broken = all(properties, List.of("--spring.profiles.active=broken," + variant));
		try (ShopProcess shop = ShopProcess.start(folder, variant, broken, secrets)) {
			double elapsed = shop.awaitEnd();
			int expected = (variant == Variant.GROUNDWORK) ? BROKEN_CONTRACT : 1;
			if (shop.exitCode() != expected || !shop.log().contains("shop.greeting")) {
				throw new IllegalStateException("Ended for another reason: " + shop.log());
			}
			return elapsed;
		}
	}

	private static Path write(Path folder, String name, Stream<String> lines) throws IOException {
		return Files.write(folder.resolve(name), lines.toList());
	}

	private static Stream<String> properties() {
		return IntStream.rangeClosed(1, PROPERTIES)
			.mapToObj((number) -> "shop.catalog.entry-%d: value of entry %d".formatted(number, number));
	}

	private static Stream<String> contract() {
		Stream<String> values = numbers()
			.mapToObj((number) -> "shop.secrets.key-%d: ${SHOP_KEY_%d}".formatted(number, number));
		Stream<String> contract = numbers()
			.mapToObj((number) -> "      - { property: shop.secrets.key-%d, environment: SHOP_KEY_%d, min-bytes: 32 }"
				.formatted(number, number));
		return Stream.of(values, Stream.of("groundwork:", "  contract:", "    secrets:"), contract)
			.flatMap((part) -> part);
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

	/**
	 * How soon a start was over, with each variant.
	 */
	private static final class Ends {

		private final Median plain = new Median();

		private final Median groundwork = new Median();

		Median of(Variant variant) {
			return (variant == Variant.PLAIN) ? this.plain : this.groundwork;
		}

		Comparison compare(String scenario) {
			return new Comparison(scenario, "ms", this.plain.get(), this.groundwork.get(), Promise.atMostOfPlain(0.6));
		}

	}

}
