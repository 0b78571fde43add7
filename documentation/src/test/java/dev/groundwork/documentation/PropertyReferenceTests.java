package dev.groundwork.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the reference of the properties is that of this build. To write it anew, set
 * {@code -Dgroundwork.documents=write}.
 */
class PropertyReferenceTests {

	private static final Path DOCUMENT = Path.of("../docs/properties.md");

	private final String reference = new PropertyReference().toMarkdown();

	@Test
	void referenceIsThatOfThisBuild() throws IOException {
		if ("write".equals(System.getProperty("groundwork.documents"))) {
			Files.writeString(DOCUMENT, this.reference);
		}
		assertThat(Files.readString(DOCUMENT)).isEqualTo(this.reference);
	}

	@Test
	void everyPropertyIsDescribed() {
		assertThat(this.reference.lines().filter((line) -> line.startsWith("| `"))).hasSizeGreaterThan(100)
			.noneMatch((line) -> line.endsWith("|  |"));
	}

	@Test
	void elementsOfListsAreInTheReference() {
		assertThat(this.reference).contains("| `groundwork.contract.secrets[].min-bytes` | int | `0` |")
			.contains("| `groundwork.rabbitmq.queues[].bindings[].exchange` |")
			.contains("| `groundwork.readiness.dependencies.<name>.policy` |");
	}

}
