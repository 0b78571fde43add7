package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfiguredTypes}. What is known of them is written with
 * {@code -Dgroundwork.auto-configured-types=write}.
 */
class AutoConfiguredTypesTests {

	private static final Path KNOWN = Path.of("src", "main", "resources", "dev", "groundwork", "autoconfigure",
			"auto-configured-types.txt");

	@Test
	void whatIsKnownIsWhatTheClassFilesSay() throws IOException {
		List<String> lines = Stream
			.concat(Stream.of(SpringBootVersion.getVersion()), autoConfigurations().map(this::line))
			.toList();
		if ("write".equals(System.getProperty("groundwork.auto-configured-types"))) {
			Files.write(KNOWN, lines);
		}
		assertThat(KNOWN).as("written anew with -Dgroundwork.auto-configured-types=write")
			.hasContent(String.join("\n", lines));
	}

	@Test
	void whatIsKnownIsFoundWithoutReadingAClassFile() {
		String known = GroundworkContractAutoConfiguration.class.getName();
		AutoConfiguredTypes types = AutoConfiguredTypes.find(List.of(known), new ClassLoader(null) {
		}).get();
		assertThat(Objects.requireNonNull(types).prefixes())
			.containsExactly(Map.entry(known, Map.of(ContractProperties.class.getName(), ContractProperties.PREFIX)));
	}

	@Test
	void nothingIsKnownOfAnotherVersionOfSpringBoot() {
		assertThat(AutoConfiguredTypes.known(SpringBootVersion.getVersion())).isNotEmpty();
		assertThat(AutoConfiguredTypes.known("4.0.0-other")).isEmpty();
	}

	@Test
	void typesThatAnAutoConfigurationEnablesAreFoundWithTheirPrefixes() {
		assertThat(prefixes(List.of(GroundworkContractAutoConfiguration.class.getName())))
			.isEqualTo(Map.of(ContractProperties.class.getName(), ContractProperties.PREFIX));
	}

	@Test
	void typesThatANestedClassEnablesAreFoundToo() {
		assertThat(prefixes(List.of(JacksonAutoConfiguration.class.getName())))
			.containsEntry(JacksonProperties.class.getName(), "spring.jackson");
	}

	@Test
	void onlyThoseOfSpringBootAndGroundworkAreLookedAt() {
		assertThat(prefixes(List.of(TaskExecutionAutoConfiguration.class.getName())).values())
			.containsExactly("spring.task.execution");
		assertThat(prefixes(List.of("com.example.OtherAutoConfiguration"))).isEmpty();
	}

	@Test
	void autoConfigurationThatEnablesNothingThatMattersIsLeftOut() {
		AutoConfiguredTypes types = new AutoConfiguredTypes(
				Map.of("Web", Map.of("ServerProperties", "server", "WebProperties", "spring.web"), "Tasks",
						Map.of("TaskProperties", "spring.task")));
		assertThat(types.with("server"::equals).prefixes())
			.isEqualTo(Map.of("Web", Map.of("ServerProperties", "server")));
	}

	private static Stream<String> autoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, AutoConfiguredTypesTests.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter(AutoConfiguredTypes::isOfSpringBoot)
			.sorted();
	}

	private String line(String configuration) {
		StringBuilder line = new StringBuilder(configuration);
		AutoConfiguredTypes.read(configuration, getClass().getClassLoader())
			.forEach((type, prefix) -> line.append(' ').append(type).append(' ').append(prefix));
		return line.toString();
	}

	private Map<String, String> prefixes(List<String> configurations) {
		AutoConfiguredTypes types = AutoConfiguredTypes.find(configurations, getClass().getClassLoader()).get();
		Map<String, String> prefixes = new HashMap<>();
		Objects.requireNonNull(types).prefixes().values().forEach(prefixes::putAll);
		return prefixes;
	}

}
