package dev.groundwork.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Answers}.
 */
class AnswersTests {

	private final Answers answers = new Answers(IntStream.rangeClosed(1, 200)
		.mapToObj((index) -> new Answer(index, index, (index > 190) ? Answer.NONE : (index > 150) ? 503 : 200))
		.toList());

	@Test
	void ninetyNineOfHundredAreWithinThePercentile() {
		assertThat(this.answers.p99()).isEqualTo(198);
	}

	@Test
	void whatHasNoAnswerIsApartFromWhatIsRefused() {
		assertThat(this.answers.percentWithoutAnswer()).isEqualTo(5);
		assertThat(this.answers.percentOk()).isEqualTo(75);
	}

	@Test
	void seriesOfNothingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Answers(List.of()));
	}

}
