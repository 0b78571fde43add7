package dev.groundwork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page of edge cases names tests that exist.
 */
class EdgeCaseDocumentTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w+(?:IT|Tests))`");

	@Test
	void everyTestThatIsNamedExists() throws IOException {
		String page = Files.readString(ROOT.resolve("docs/edge-cases.md"));
		Set<String> named = TEST_CLASS.matcher(page)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
		assertThat(named).hasSizeGreaterThan(20).isSubsetOf(testClasses());
	}

	@Test
	void everyCaseIsShownOrExplained() throws IOException {
		assertThat(Files.readAllLines(ROOT.resolve("docs/edge-cases.md"))).filteredOn((line) -> line.startsWith("| "))
			.filteredOn((line) -> !line.startsWith("| ---") && !line.startsWith("| case"))
			.allSatisfy((line) -> {
				Matcher test = TEST_CLASS.matcher(line);
				assertThat(test.find() || line.contains("not handled") || line.contains("not provisioned")).as(line)
					.isTrue();
			});
	}

	private static Set<String> testClasses() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.map(Path::toString)
				.filter((path) -> path.contains("src/test/java") && path.endsWith(".java"))
				.map((path) -> path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length()))
				.collect(Collectors.toSet());
		}
	}

}
