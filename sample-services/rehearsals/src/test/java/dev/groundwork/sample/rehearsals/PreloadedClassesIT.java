package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The classes that Groundwork loads in the background are those that services need. The
 * lists of them are written with {@code -Dgroundwork.preloaded-classes=write}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PreloadedClassesIT {

	private static final List<String> SERVICES = List.of("search", "documents", "notifications", "presence", "auth",
			"gateway");

	private static final Path LISTS = Path.of("..", "..", "autoconfigure", "src", "main", "resources", "dev",
			"groundwork", "autoconfigure");

	private static final Path NAMES = LISTS.resolve("preloaded-classes.txt");

	private static final Path NAMES_OF_REFUSAL = LISTS.resolve("refusal-classes.txt");

	private static final double MOST = 0.8;

	private final Infrastructure infrastructure = Infrastructure.create();

	private final Map<String, LoadedClasses> loaded = new LinkedHashMap<>();

	private final Map<String, LoadedClasses> loadedByRefusal = new LinkedHashMap<>();

	private Set<String> names = Set.of();

	private Set<String> namesOfRefusal = Set.of();

	@BeforeAll
	void startServices() throws IOException, InterruptedException {
		this.infrastructure.start();
		for (String service : SERVICES) {
			this.loaded.put(service, LoadedClasses.of(service, this.infrastructure));
			this.loadedByRefusal.put(service, LoadedClasses.ofRefusal(service, this.infrastructure));
		}
		if ("write".equals(System.getProperty("groundwork.preloaded-classes"))) {
			Files.write(NAMES, LoadedClasses.common(this.loaded));
			Files.write(NAMES_OF_REFUSAL, LoadedClasses.shared(this.loadedByRefusal.values()));
		}
		this.names = new LinkedHashSet<>(Files.readAllLines(NAMES));
		this.namesOfRefusal = new LinkedHashSet<>(Files.readAllLines(NAMES_OF_REFUSAL));
	}

	@AfterAll
	void stopServers() {
		this.infrastructure.close();
	}

	@Test
	void theyAreLoadedWhetherTheServiceNeedsThemOrNot() throws IOException {
		Set<String> unneeded = UnpackedService.of("auth").libraryClasses();
		unneeded.retainAll(this.names);
		unneeded.removeAll(loadedBy("auth").libraries().keySet());
		assertThat(unneeded).isNotEmpty();
		LoadedClasses.awaitPreloaded("auth", this.infrastructure, (loaded) -> loaded.shareOf(unneeded) > MOST);
	}

	@ParameterizedTest
	@FieldSource("SERVICES")
	void mostOfWhatAServiceNeedsIsLoaded(String service) {
		Set<String> needed = loadedBy(service).libraries().keySet();
		Set<String> preloaded = new HashSet<>(needed);
		preloaded.retainAll(this.names);
		assertThat((double) preloaded.size() / needed.size()).as("run with -Dgroundwork.preloaded-classes=write")
			.isGreaterThan(MOST);
	}

	@ParameterizedTest
	@FieldSource("SERVICES")
	void mostOfWhatIsLoadedIsNeeded(String service) throws IOException {
		Set<String> present = UnpackedService.of(service).libraryClasses();
		present.retainAll(this.names);
		assertThat(loadedBy(service).shareOf(present)).as("run with -Dgroundwork.preloaded-classes=write")
			.isGreaterThan(MOST);
	}

	@ParameterizedTest
	@FieldSource("SERVICES")
	void mostOfWhatIsLoadedForARefusalIsNeeded(String service) {
		assertThat(this.namesOfRefusal).isNotEmpty();
		assertThat(Objects.requireNonNull(this.loadedByRefusal.get(service)).shareOf(this.namesOfRefusal))
			.as("run with -Dgroundwork.preloaded-classes=write")
			.isGreaterThan(MOST);
	}

	private LoadedClasses loadedBy(String service) {
		return Objects.requireNonNull(this.loaded.get(service));
	}

}
