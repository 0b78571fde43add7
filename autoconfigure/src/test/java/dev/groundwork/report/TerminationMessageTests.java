package dev.groundwork.report;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TerminationMessage}.
 */
class TerminationMessageTests {

	@Test
	void messageSaysWhatFailedAndWhyAndWhatToDo() {
		assertThat(message(diagnosis("queue 'orders'", "exists with other arguments", "x-queue-type: classic",
				"rabbitmqctl delete_queue orders")))
			.isEqualTo("""
					shop did not start: 1 cause

					queue 'orders'
					   exists with other arguments
					 → rabbitmqctl delete_queue orders
					   x-queue-type: classic
					""");
	}

	@Test
	void everyCauseIsNumbered() {
		assertThat(message(diagnosis("one", "a", "", "b"), diagnosis("two", "c", "", "d"))).isEqualTo("""
				shop did not start: 2 causes

				1. one
				   a
				 → b

				2. two
				   c
				 → d
				""");
	}

	@Test
	void evidenceIsLeftOutBeforeACauseIs() {
		Diagnosis[] diagnoses = Collections.nCopies(10, diagnosis("queue", "cause", "e".repeat(600), "remedy"))
			.toArray(Diagnosis[]::new);
		assertThat(message(diagnoses)).contains("10. queue").doesNotContain("eeee").doesNotContain("see the log");
	}

	@Test
	void causesThatDoNotFitAreCounted() {
		Diagnosis[] diagnoses = Collections.nCopies(100, diagnosis("queue", "c".repeat(80), "", "remedy"))
			.toArray(Diagnosis[]::new);
		assertThat(message(diagnoses)).contains("1. queue").containsPattern("\nand \\d+ more, see the log\n$");
	}

	@Test
	void longEvidenceDoesNotPushOutTheRemedy() {
		assertThat(message(diagnosis("queue", "c".repeat(9000), "e".repeat(9000), "do this"))).contains("→ do this");
	}

	@Test
	void controlCharactersAreLeftOut() {
		assertThat(message(diagnosis("que\u001b[31mue", "a\r\nb", "", "c\td"))).doesNotContain("\u001b", "\r", "\t")
			.contains("a\n   b");
	}

	@Property
	void messageFitsAndIsWholeCharacters(@ForAll("diagnoses") List<Diagnosis> diagnoses) {
		String message = new TerminationMessage("shop", diagnoses).toString();
		byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
		assertThat(bytes).hasSizeLessThanOrEqualTo(TerminationMessage.MAX_BYTES);
		assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(message);
		assertThat(message).startsWith("shop did not start: ");
	}

	@Provide
	Arbitrary<List<Diagnosis>> diagnoses() {
		Arbitrary<String> text = Arbitraries.of("a", "ä", "€", "𝄞", " ", "\n")
			.list()
			.ofMinSize(1)
			.ofMaxSize(3000)
			.map((parts) -> String.join("", parts));
		return Combinators.combine(text, text, text, text)
			.as(TerminationMessageTests::diagnosis)
			.list()
			.ofMinSize(1)
			.ofMaxSize(6);
	}

	private static String message(Diagnosis... diagnoses) {
		return new TerminationMessage("shop", List.of(diagnoses)).toString();
	}

	private static Diagnosis diagnosis(String subject, String cause, String evidence, String remedy) {
		return new Diagnosis(FailureKind.PERMANENT, subject, cause, evidence, remedy);
	}

}
