package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a service has loaded from its libraries, since it knew its properties until it was
 * ready, or since it was refused until it ended.
 *
 * @param libraries of each class, in the order in which they were loaded
 */
record LoadedClasses(Map<String, String> libraries) {

	private static final Pattern LOADED = Pattern.compile("(\\S+) source: file:.*/lib/([^/]+\\.jar)$");

	private static final String FIRST = "dev.groundwork.autoconfigure.EarlyStart";

	private static final String NOT_AHEAD = "--groundwork.startup.preload-classes=false";

	/** Spring Boot loads classes, too, while a start goes on. */
	private static final String NOT_IN_BACKGROUND = "-Dspring.backgroundpreinitializer.ignore=true";

	private static final String FIRST_OF_REFUSAL = "dev.groundwork.autoconfigure.EarlyRefusal";

	/**
	 * Start a service that loads no class ahead, until it is ready.
	 * @param service the service
	 * @param infrastructure the servers it needs
	 * @return what it has loaded
	 * @throws IOException if that cannot be recorded
	 */
	static LoadedClasses of(String service, Infrastructure infrastructure) throws IOException {
		Path log = newLog(service);
		try (ServiceProcess process = start(service, infrastructure, log, "", NOT_AHEAD)) {
			process.awaitReady();
			return read(log, FIRST);
		}
	}

	/**
	 * Start a service that loads no class ahead and lacks a property, until it has ended.
	 * @param service the service
	 * @param infrastructure the servers it does not come to need
	 * @return what it has loaded
	 * @throws IOException if that cannot be recorded
	 * @throws InterruptedException if the thread was interrupted
	 */
	static LoadedClasses ofRefusal(String service, Infrastructure infrastructure)
			throws IOException, InterruptedException {
		Path log = newLog(service);
		try (ServiceProcess process = start(service, infrastructure, log, NOT_IN_BACKGROUND, NOT_AHEAD,
				"--groundwork.contract.required=app.missing")) {
			assertThat(process.awaitExit()).as(process::log).isEqualTo(78);
			return read(log, FIRST_OF_REFUSAL);
		}
	}

	/**
	 * Start a service that loads classes ahead, until it has loaded them.
	 * @param service the service
	 * @param infrastructure the servers it needs
	 * @param condition what is asked of the classes that it has loaded
	 * @throws IOException if they cannot be recorded
	 */
	static void awaitPreloaded(String service, Infrastructure infrastructure, Predicate<LoadedClasses> condition)
			throws IOException {
		Path log = newLog(service);
		try (ServiceProcess process = start(service, infrastructure, log, "")) {
			process.awaitReady();
			await().atMost(ServiceProcess.LONGEST_START).until(() -> read(log, FIRST), condition);
		}
	}

	private static Path newLog(String service) throws IOException {
		return Files.createTempFile(Files.createDirectories(Path.of("target", "logs")), service + "-", ".classes");
	}

	private static ServiceProcess start(String service, Infrastructure infrastructure, Path log, String options,
			String... properties) {
		Map<String, String> environment = ServiceProcess.environment(infrastructure);
		environment.put("JAVA_TOOL_OPTIONS",
				"-Xlog:class+load:file=%s:none %s".formatted(log.toAbsolutePath(), options));
		List<String> arguments = new ArrayList<>(List.of(properties));
		arguments.add("--app.presence.websocket-port=" + ServiceProcess.freePort());
		return ServiceProcess.startWithoutArchive(service, infrastructure, environment,
				arguments.toArray(String[]::new));
	}

	/**
	 * Return how much of something has been loaded.
	 * @param names the names of classes
	 * @return the share, from 0 to 1
	 */
	double shareOf(Set<String> names) {
		return (double) names.stream().filter(this.libraries::containsKey).count() / names.size();
	}

	private static LoadedClasses read(Path log, String first) throws IOException {
		Map<String, String> libraries = new LinkedHashMap<>();
		try (Stream<String> lines = Files.lines(log)) {
			lines.dropWhile((line) -> !line.startsWith(first + " "))
				.map(LOADED::matcher)
				.filter(Matcher::find)
				// Made at run time
				.filter((line) -> !line.group(1).contains("$$"))
				.forEach((line) -> libraries.put(line.group(1), line.group(2)));
		}
		return new LoadedClasses(libraries);
	}

	/**
	 * Return the classes that most of the services load that have their library. They are
	 * in the order in which the first service needs them; what only others need follows
	 * what it follows there.
	 * @param services what each service has loaded, by its name
	 * @return the names of the classes
	 * @throws IOException if the libraries of a service cannot be read
	 */
	static List<String> common(Map<String, LoadedClasses> services) throws IOException {
		List<String> libraries = new ArrayList<>();
		for (String service : services.keySet()) {
			UnpackedService.of(service)
				.libraries()
				.forEach((library) -> libraries.add(library.getFileName().toString()));
		}
		Map<String, Long> owners = count(libraries.stream());
		Map<String, Long> loaders = count(
				services.values().stream().flatMap((service) -> service.libraries.keySet().stream()));
		List<String> common = List.of();
		for (LoadedClasses service : services.values()) {
			common = merge(common,
					service.libraries.entrySet()
						.stream()
						.filter((loaded) -> loaders.getOrDefault(loaded.getKey(), 0L) * 2 > owners
							.getOrDefault(loaded.getValue(), 0L))
						.map(Map.Entry::getKey)
						.toList());
		}
		return common;
	}

	/**
	 * Return the classes that all of the services load.
	 * @param services what each service has loaded
	 * @return the names of the classes, in the order in which the first service needs
	 * them
	 */
	static List<String> shared(Collection<LoadedClasses> services) {
		return services.iterator().next().libraries.keySet()
			.stream()
			.filter((name) -> services.stream().allMatch((service) -> service.libraries.containsKey(name)))
			.toList();
	}

	private static Map<String, Long> count(Stream<String> names) {
		return names.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	private static List<String> merge(List<String> names, List<String> others) {
		Set<String> known = new HashSet<>(names);
		Map<String, List<String>> followers = new HashMap<>();
		String last = "";
		for (String other : others) {
			if (known.contains(other)) {
				last = other;
			}
			else {
				followers.computeIfAbsent(last, (name) -> new ArrayList<>()).add(other);
			}
		}
		return Stream.concat(Stream.of(""), names.stream())
			.flatMap((name) -> Stream.concat(Stream.of(name), followers.getOrDefault(name, List.of()).stream()))
			.skip(1)
			.toList();
	}

}
