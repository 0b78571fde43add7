package dev.groundwork.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Narrator}.
 */
class NarratorTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final Narrator narrator = narrator(false);

	@Test
	void lineSaysWhenWhoAndWhat() {
		this.narrator.tell("search", "READY");
		assertThat(told()).containsExactly("  12.3 s  search            READY");
	}

	@Test
	void longTextIsWrappedAtAHundredColumns() {
		this.narrator.tell("search", "word ".repeat(40).strip());
		assertThat(told()).hasSizeGreaterThan(1).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
		assertThat(String.join("", told())).containsSubsequence("word ".repeat(40).strip().split(" "));
	}

	@Test
	void wordThatIsTooLongStaysWhole() {
		this.narrator.tell("search", "x".repeat(200));
		assertThat(told()).singleElement().asString().endsWith("x".repeat(200));
	}

	@Test
	void actsAreCounted() {
		this.narrator.act("One");
		this.narrator.act("Another");
		assertThat(told()).containsExactly("", "1  One", "", "2  Another");
	}

	@Test
	void failureIsFollowedByItsEvidence() {
		this.narrator.failure("'search' has ended; its log:\nno such index");
		assertThat(told()).containsExactly("  12.3 s  FAILED            'search' has ended; its log:",
				"    │ no such index");
	}

	@Test
	void nothingIsHeardAfterTheLastWords() {
		this.narrator.conclude("Stopping");
		this.narrator.tell("search", "has ended");
		assertThat(told()).containsExactly("", "Stopping");
	}

	@Test
	void colorIsForTerminalsOnly() {
		this.narrator.tell("search", Tone.GOOD, "READY");
		narrator(true).tell("search", Tone.GOOD, "READY");
		assertThat(told()).containsExactly("  12.3 s  search            READY",
				"  12.3 s  search            \u001b[32mREADY\u001b[0m");
	}

	private Narrator narrator(boolean color) {
		return new Narrator(new PrintStream(this.bytes, true, StandardCharsets.UTF_8), color,
				() -> Duration.ofMillis(12_345));
	}

	private String[] told() {
		return this.bytes.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
	}

}
