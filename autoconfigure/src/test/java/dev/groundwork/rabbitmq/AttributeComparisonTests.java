package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;

import dev.groundwork.rabbitmq.BrokerContents.FoundQueue;
import dev.groundwork.resource.Difference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AttributeComparison}.
 */
class AttributeComparisonTests {

	@Test
	void everyAttributeOfAnExchangeIsCompared() {
		AttributeComparison comparison = AttributeComparison.of(
				new ExchangeResource("x", "topic", true, false, false, Map.of("alternate-exchange", "ae")),
				new ExchangeResource("x", "direct", false, true, true, Map.of()));
		assertThat(comparison.differences()).extracting(Difference::toString)
			.containsExactly("type: expected 'topic', found 'direct'", "durable: expected 'true', found 'false'",
					"auto_delete: expected 'false', found 'true'", "internal: expected 'false', found 'true'",
					"alternate-exchange: expected 'ae', found none");
	}

	@Test
	void everyArgumentOfAQueueIsCompared() {
		assertThat(compare(Map.of("x-message-ttl", 5, "x-max-length", 3),
				found("classic", Map.of("x-message-ttl", 6L, "x-expires", 9L))))
			.containsExactly("x-expires: expected none, found '9'", "x-max-length: expected '3', found none",
					"x-message-ttl: expected '5', found '6'");
	}

	@Test
	void textAndNumberAreToldApart() {
		assertThat(compare(Map.of("x-message-ttl", "60000"), found("classic", Map.of("x-message-ttl", 60_000L))))
			.containsExactly("x-message-ttl: expected '60000 (text)', found '60000 (number or truth value)'");
	}

	@Test
	void theTypeThatTheQueueReallyHasCounts() {
		assertThat(compare(Map.of("x-queue-type", "quorum"), found("classic", Map.of("x-queue-type", "quorum"))))
			.containsExactly("x-queue-type: expected 'quorum', found 'classic'");
	}

	@Test
	void classicIsWhatAQueueWithoutATypeIs() {
		assertThat(compare(Map.of("x-queue-type", "classic"), found("classic", Map.of()))).isEmpty();
		assertThat(compare(Map.of(), found("classic", Map.of("x-queue-type", "classic")))).isEmpty();
	}

	@Test
	void whetherAnotherTypeIsTheDefaultIsLeftToTheBroker() {
		AttributeComparison comparison = AttributeComparison.of(new QueueResource("q", true, Map.of()),
				found("quorum", Map.of("x-queue-type", "quorum")));
		assertThat(comparison.differences()).isEmpty();
		assertThat(comparison.ignored()).extracting(Difference::toString)
			.containsExactly("x-queue-type: expected none, found 'quorum'");
	}

	@Test
	void argumentsThatTheBrokerDoesNotCompareAreNoDifference() {
		AttributeComparison comparison = AttributeComparison.of(new QueueResource("q", true, Map.of("x-ours", 1)),
				found("classic", Map.of("x-ours", 2L)));
		assertThat(comparison.differences()).isEmpty();
		assertThat(comparison.ignored()).hasSize(1);
	}

	@Test
	void queueThatIsNotDurableDiffers() {
		FoundQueue found = new FoundQueue("q", "classic", false, true, Map.of(), List.of(), Map.of());
		assertThat(compare(Map.of(), found)).containsExactly("durable: expected 'true', found 'false'",
				"auto_delete: expected 'false', found 'true'");
	}

	private static List<String> compare(Map<String, Object> arguments, FoundQueue found) {
		return AttributeComparison.of(new QueueResource("q", true, arguments), found)
			.differences()
			.stream()
			.map(Difference::toString)
			.toList();
	}

	private static FoundQueue found(String type, Map<String, Object> arguments) {
		return new FoundQueue("q", type, true, false, arguments, List.of(), Map.of());
	}

}
