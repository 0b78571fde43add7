package dev.groundwork.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All drills, on real servers.
 */
class DrillsIT {

	private static final Path FOLDER = Path.of("target", "drills");

	@AutoClose
	private static final Servers servers = new Servers();

	private static final List<Result> results = new ArrayList<>();

	@TestFactory
	Stream<DynamicTest> bothHalvesShowWhatTheyMust() {
		Run run = new Run(servers, FOLDER, new Progress(System.out));
		return Drills.programme(Set.of()).stream().flatMap((drills) -> play(run, drills)).map(DrillsIT::test);
	}

	private static Stream<Result> play(Run run, List<Drill> drills) {
		try {
			List<Result> seen = run.play(drills);
			results.addAll(seen);
			return seen.stream();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static DynamicTest test(Result result) {
		return DynamicTest.dynamicTest(result.drill().name(), () -> {
			assertThat(result.plain()).matches(Observation::shown, "shows the failure of the report");
			assertThat(result.groundwork()).matches(Observation::shown, "shows what happens instead");
		});
	}

	@AfterAll
	static void writeTable() throws IOException {
		Table table = new Table(results);
		System.out.println(table.toText());
		Files.writeString(Path.of("target", "drills.md"), table.toMarkdown());
	}

}
