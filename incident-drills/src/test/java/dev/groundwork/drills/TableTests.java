package dev.groundwork.drills;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Table}.
 */
class TableTests {

	private static final Observation SHOWN = new Observation(true, "UP after 3.0 s | and more",
			Duration.ofMillis(4200));

	private static final Observation NOT_SHOWN = new Observation(false, "Expecting 500", Duration.ofSeconds(1));

	@Test
	void lineForATerminalIsNoLongerThan120Characters() {
		assertThat(table(SHOWN, SHOWN).toText().lines()).allMatch((line) -> line.length() <= 120);
	}

	@Test
	void textForATerminalHasEveryWord() {
		String text = table(SHOWN, NOT_SHOWN).toText();
		assertThat(text.replaceAll("[\\s│]+", " ")).contains("websocket-late", "UP after 3.0 s | and more",
				"NOT SHOWN: Expecting 500");
	}

	@Test
	void wordThatIsWiderThanItsColumnIsBroken() {
		Observation wide = new Observation(true, "x".repeat(200), Duration.ZERO);
		assertThat(table(wide, wide).toText().lines()).allMatch((line) -> line.length() <= 120);
	}

	@Test
	void markdownHasOneRowForEachDrill() {
		assertThat(table(SHOWN, SHOWN).toMarkdown().lines()).hasSize(3)
			.last()
			.asString()
			.startsWith("| websocket-late |");
	}

	@Test
	void pipesAreEscapedInMarkdown() {
		assertThat(table(SHOWN, SHOWN).toMarkdown()).contains("3.0 s \\| and more");
	}

	@Test
	void oneHalfThatIsNotShownIsEnoughToFail() {
		assertThat(table(SHOWN, SHOWN).allShown()).isTrue();
		assertThat(table(SHOWN, NOT_SHOWN).allShown()).isFalse();
		assertThat(table(NOT_SHOWN, SHOWN).allShown()).isFalse();
	}

	private static Table table(Observation plain, Observation groundwork) {
		return new Table(List.of(new Result(new WebSocketLate(), plain, groundwork)));
	}

}
