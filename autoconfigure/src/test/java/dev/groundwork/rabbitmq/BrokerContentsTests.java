package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.groundwork.rabbitmq.BrokerContents.FoundExchange;
import dev.groundwork.rabbitmq.BrokerContents.FoundQueue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BrokerContents}.
 */
class BrokerContentsTests {

	@Test
	void bindingIsFoundWhateverTheSizeOfItsNumbers() {
		Map<String, Object> json = Map.of("source", "x", "destination", "q", "destination_type", "queue", "routing_key",
				"k", "arguments", Map.of("size", 5.0, "ratio", 0.5, "list", List.of(1)));
		BrokerContents contents = BrokerContents.of(List.of(), List.of(), List.of(json));
		assertThat(contents.has(new BindingResource("x", "q", true, "k",
				Map.of("size", (short) 5, "ratio", 0.5f, "list", List.of(1L)))))
			.isTrue();
		assertThat(contents.has(new BindingResource("x", "q", true, "k", Map.of()))).isFalse();
		assertThat(contents.has(new BindingResource("x", "q", false, "k", Map.of()))).isFalse();
	}

	@Test
	void queueWithoutATypeIsClassic() {
		BrokerContents contents = BrokerContents.of(List.of(),
				List.of(Map.of("name", "q", "durable", true, "arguments", Map.of())), List.of());
		assertThat(contents.queues().values()).extracting(FoundQueue::type).containsExactly("classic");
	}

	@Test
	void namesOfThePoliciesAreKept() {
		BrokerContents contents = BrokerContents.of(
				List.of(Map.of("name", "x", "type", "topic", "policy", "ae")), List.of(Map.of("name", "q", "policy",
						"short", "operator_policy", "cap", "effective_policy_definition", Map.of("max-length", 3))),
				List.of());
		assertThat(contents.exchanges().values()).extracting(FoundExchange::policy).containsExactly(Optional.of("ae"));
		assertThat(contents.queues().values()).extracting(FoundQueue::policies)
			.containsExactly(List.of("policy 'short'", "operator policy 'cap'"));
		assertThat(contents.queues().values()).extracting(FoundQueue::effective)
			.containsExactly(Map.of("max-length", 3L));
	}

}
