package dev.groundwork.resource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Difference}.
 */
class DifferenceTests {

	@Test
	void textShowsExpectedAndFound() {
		assertThat(new Difference("durable", true, false, false))
			.hasToString("durable: expected 'true', found 'false'");
	}

	@Test
	void absentValueIsNone() {
		assertThat(new Difference("ttl", 5, null, false)).hasToString("ttl: expected '5', found none");
		assertThat(new Difference("ttl", null, 5, false)).hasToString("ttl: expected none, found '5'");
	}

}
