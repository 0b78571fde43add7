package dev.groundwork.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Finding}: the place that it names.
 */
class FindingTests {

	@Test
	void placeInFileIsFileLineAndColumn(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("application.yml"), """
				app:
				  key: short
				""");
		TestEnvironment environment = TestEnvironment.empty();
		new YamlPropertySourceLoader().load("application.yml", new FileSystemResource(file))
			.forEach(environment.getPropertySources()::addLast);
		assertThat(place(environment)).isEqualTo(file + ":2:8");
	}

	@Test
	void placeOnClassPathIsNamedWithoutBrackets() {
		TextResourceOrigin origin = new TextResourceOrigin(new ClassPathResource("config/application.yml"),
				new Location(2, 10));
		assertThat(Finding.invalidContract("a", origin, "reason", "remedy").place())
			.isEqualTo("classpath:config/application.yml:3:11");
	}

	@Test
	void placeInEnvironmentIsTheVariable() {
		assertThat(place(TestEnvironment.empty().variable("APP_KEY", "short")))
			.isEqualTo("environment variable APP_KEY");
	}

	@Test
	void placeOnCommandLineIsTheArgument() {
		assertThat(place(TestEnvironment.empty().commandLine("--app.key=short")))
			.isEqualTo("command line argument --app.key");
	}

	@Test
	void placeInSystemPropertiesIsTheProperty() {
		assertThat(place(TestEnvironment.empty().systemProperty("app.key", "short")))
			.isEqualTo("system property app.key");
	}

	@Test
	void placeInUnknownSourceIsNameAndSource() {
		assertThat(new Contract(List.of(requirement())).check(new MockEnvironment().withProperty("app.key", "short"))
			.findings()
			.get(0)
			.place()).isEqualTo("'app.key' in property source 'mockProperties'");
	}

	@Test
	void placeOfMissingSecretIsItsRequirement() {
		TextResourceOrigin origin = new TextResourceOrigin(new ClassPathResource("application.yml"),
				new Location(4, 16));
		SecretRequirement requirement = new SecretRequirement("app.key", null, List.of(), 0, origin);
		assertThat(new Contract(List.of(requirement)).check(TestEnvironment.empty()).findings().get(0).place())
			.isEqualTo("classpath:application.yml:5:17");
	}

	@Test
	void placeIsAbsentWithoutOrigin() {
		assertThat(Finding.invalidContract("a", null, "reason", "remedy").place()).isNull();
	}

	private static String place(TestEnvironment environment) {
		String place = new Contract(List.of(requirement())).check(environment).findings().get(0).place();
		assertThat(place).isNotNull();
		return place;
	}

	private static SecretRequirement requirement() {
		return new SecretRequirement("app.key", null, List.of(), 32, null);
	}

}
