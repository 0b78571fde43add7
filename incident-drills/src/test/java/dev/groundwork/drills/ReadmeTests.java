package dev.groundwork.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Readme}, and that the README knows every drill.
 */
class ReadmeTests {

	private static final Path README = Path.of("README.md");

	@ParameterizedTest
	@MethodSource("drills")
	void listHasTheDrillWithItsSentenceWordForWord(Drill drill) throws IOException {
		assertThat(Files.readAllLines(README)).contains(Readme.row(drill));
	}

	@ParameterizedTest
	@MethodSource("drills")
	void lastRunHasTheDrillAndShowedIt(Drill drill) throws IOException {
		String readme = Files.readString(README);
		assertThat(readme.substring(readme.indexOf("<!-- last run: begin -->")).lines())
			.filteredOn((line) -> line.startsWith("| %s |".formatted(drill.name())))
			.singleElement()
			.asString()
			.contains(drill.quote().sentence())
			.doesNotContain("NOT SHOWN");
	}

	static List<Drill> drills() {
		return Drills.all();
	}

	@Test
	void drillsHaveDifferentNames() {
		assertThat(Drills.all()).extracting(Drill::name).doesNotHaveDuplicates();
	}

	@Test
	void tableOfARunReplacesWhatWasBetweenTheMarkers() {
		String readme = "a\n<!-- last run: begin -->\nold\n<!-- last run: end -->\nz\n";
		assertThat(Readme.withLastRun(readme, "new\n"))
			.isEqualTo("a\n<!-- last run: begin -->\nnew\n<!-- last run: end -->\nz\n");
	}

	@Test
	void readmeWithoutMarkersIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Readme.withLastRun("nothing", "new\n"));
	}

}
