package dev.groundwork.drills;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Arguments}.
 */
class ArgumentsTests {

	@Test
	void withoutNamesAllDrillsArePlayed() {
		assertThat(Arguments.of(List.of("logs"))).hasValueSatisfying((arguments) -> {
			assertThat(arguments.names()).isEmpty();
			assertThat(arguments.list()).isFalse();
			assertThat(arguments.write()).isNull();
		});
	}

	@Test
	void namesAreTaken() {
		assertThat(Arguments.of(List.of("logs", "missing-index")))
			.hasValueSatisfying((arguments) -> assertThat(arguments.names()).containsExactly("missing-index"));
	}

	@Test
	void readmeIsTaken() {
		assertThat(Arguments.of(List.of("logs", "--write=README.md")))
			.hasValueSatisfying((arguments) -> assertThat(arguments.write()).isEqualTo(Path.of("README.md")));
	}

	@Test
	void someOfTheDrillsAreNotWrittenToTheReadme() {
		assertThat(Arguments.of(List.of("logs", "--write=README.md", "missing-index"))).isEmpty();
	}

	@Test
	void unknownDrillIsRefused() {
		assertThat(Arguments.of(List.of("logs", "everything"))).isEmpty();
	}

	@Test
	void commandLineWithoutAFolderIsRefused() {
		assertThat(Arguments.of(List.of())).isEmpty();
	}

}
