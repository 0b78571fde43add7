package dev.groundwork.rabbitmq;

import java.util.stream.Stream;

import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Inequivalence}, on what brokers have answered.
 */
class InequivalenceTests {

	@ParameterizedTest
	@MethodSource("answers")
	void readsTheAttributeAndBothValues(String text, String attribute, @Nullable String expected,
			@Nullable String found) {
		assertThat(parse("PRECONDITION_FAILED - inequivalent arg " + text))
			.isEqualTo(new Difference(attribute, expected, found, false));
	}

	static Stream<Arguments> answers() {
		return Stream.of(
				Arguments.of("'x-message-ttl' for queue 'q' in vhost '/': received the value '60000' of type "
						+ "'signedint' but current is none", "x-message-ttl", "60000", null),
				Arguments.of("'x-queue-type' for queue 'q' in vhost '/': received none but current is the value "
						+ "'quorum' of type 'longstr'", "x-queue-type", null, "quorum"),
				Arguments.of("'x-max-length' for queue 'q' in vhost '/': received the value '5' of type 'long' but "
						+ "current is the value '6' of type 'signedint'", "x-max-length", "5", "6"),
				Arguments.of("'durable' for queue 'q' in vhost '/': received 'false' but current is 'true'", "durable",
						"false", "true"),
				Arguments.of("'type' for exchange 'e' in vhost '/': received 'topic' but current is 'direct'", "type",
						"topic", "direct"),
				Arguments.of("'durable' for queue 'it's: received' in vhost 'a b': received 'false' but current is "
						+ "'true'", "durable", "false", "true"),
				Arguments.of(
						"'x-dead-letter-routing-key' for queue 'q' in vhost '/': received the value 'it's' of "
								+ "type 'longstr' but current is the value '' of type 'longstr'",
						"x-dead-letter-routing-key", "it's", ""));
	}

	@Test
	void whenTheBrokerSaysSomethingElseKeepsItsWords() {
		String text = "PRECONDITION_FAILED - invalid property 'non-durable' for queue 'q' in vhost '/'";
		assertThat(parse(text)).isEqualTo(new Difference("declaration", "as declared", text, false));
	}

	@Test
	void whenTheBrokerHasCutTheTextKeepsWhatIsLeft() {
		String text = "PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'qqqqqqqqqqqqqqqqqqqqqqqqqqqqq...";
		assertThat(parse(text)).isEqualTo(new Difference("declaration", "as declared", text, false));
	}

	private static Difference parse(String text) {
		return Inequivalence.parse(new BrokerRefusal(BrokerRefusal.PRECONDITION_FAILED, text));
	}

}
