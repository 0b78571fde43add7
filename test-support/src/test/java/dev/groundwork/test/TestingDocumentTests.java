package dev.groundwork.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the examples of the page about tests are those that compile and run.
 */
class TestingDocumentTests {

	private static final Path EXAMPLES = Path.of("src/test/java/dev/groundwork/test/example");

	private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

	private static final Pattern TYPE = Pattern.compile("(?m)^class (\\w+)");

	@Test
	void everyExampleIsOneThatRuns() throws IOException {
		List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/testing.md")))
			.results()
			.map((block) -> block.group(1))
			.toList();
		assertThat(blocks).hasSize(4).allSatisfy((block) -> {
			MatchResult type = TYPE.matcher(block).results().findFirst().orElseThrow();
			String source = Files.readString(EXAMPLES.resolve(type.group(1) + ".java"));
			assertThat(source).contains("[]\n" + block.stripTrailing().replaceAll("\n}$", "").stripTrailing());
		});
	}

}
