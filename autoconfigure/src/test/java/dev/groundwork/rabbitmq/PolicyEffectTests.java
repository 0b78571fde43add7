package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;

import dev.groundwork.rabbitmq.BrokerContents.FoundQueue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyEffect}.
 */
class PolicyEffectTests {

	@Test
	void lowerNumberOfThePolicyIsTold() {
		assertThat(notes("classic", Map.of("x-message-ttl", 60_000), Map.of("message-ttl", 1_000L)))
			.containsExactly("x-message-ttl is '1000' by policy 'limits', although '60000' is declared");
	}

	@Test
	void higherNumberOfThePolicyHasNoEffect() {
		assertThat(notes("classic", Map.of("x-message-ttl", 500), Map.of("message-ttl", 1_000L))).isEmpty();
	}

	@Test
	void whatOnlyThePolicySetsIsTold() {
		assertThat(notes("quorum", Map.of(), Map.of("delivery-limit", 5L)))
			.containsExactly("x-delivery-limit is '5' by policy 'limits', and none is declared");
	}

	@Test
	void argumentWinsOverAnotherText() {
		assertThat(notes("classic", Map.of("x-overflow", "drop-head"), Map.of("overflow", "reject-publish"))).isEmpty();
	}

	@Test
	void policyWinsForTheOverflowOfAQuorumQueue() {
		assertThat(notes("quorum", Map.of("x-overflow", "drop-head"), Map.of("overflow", "reject-publish")))
			.containsExactly("x-overflow is 'reject-publish' by policy 'limits', although 'drop-head' is declared");
	}

	@Test
	void policyWinsForAStream() {
		assertThat(notes("stream", Map.of("x-max-age", "1D"), Map.of("max-age", "7D")))
			.containsExactly("x-max-age is '7D' by policy 'limits', although '1D' is declared");
	}

	@Test
	void whatIsNoAttributeOfAQueueIsLeftOut() {
		assertThat(notes("classic", Map.of(), Map.of("ha-mode", "all"))).isEmpty();
	}

	private static List<String> notes(String type, Map<String, Object> arguments, Map<String, Object> policy) {
		return PolicyEffect.notes(new QueueResource("q", true, arguments),
				new FoundQueue("q", type, true, false, Map.of(), List.of("policy 'limits'"), policy));
	}

}
