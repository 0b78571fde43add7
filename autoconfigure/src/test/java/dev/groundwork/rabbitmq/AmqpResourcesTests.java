package dev.groundwork.rabbitmq;

import java.util.Map;

import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.HeadersExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AmqpResources} and the resources it makes.
 */
class AmqpResourcesTests {

	@Test
	void queueHasNameDurabilityAndArguments() {
		Resource queue = AmqpResources.of(QueueBuilder.durable("orders").quorum().ttl(60_000).build());
		assertThat(queue)
			.isEqualTo(new QueueResource("orders", true, Map.of("x-queue-type", "quorum", "x-message-ttl", 60_000L)));
		assertThat(queue.id()).hasToString("queue 'orders'");
		assertThat(queue.attributes()).containsOnly(Map.entry("durable", true), Map.entry("x-queue-type", "quorum"),
				Map.entry("x-message-ttl", 60_000L));
	}

	@Test
	void queueWithIntegerEqualsQueueWithLong() {
		assertThat(new QueueResource("orders", true, Map.of("x-message-ttl", 60_000)))
			.isEqualTo(new QueueResource("orders", true, Map.of("x-message-ttl", 60_000L)));
	}

	@Test
	void exchangeHasEveryAttribute() {
		Resource exchange = AmqpResources
			.of(ExchangeBuilder.topicExchange("events").durable(false).internal().alternate("unrouted").build());
		assertThat(exchange).isEqualTo(
				new ExchangeResource("events", "topic", false, false, true, Map.of("alternate-exchange", "unrouted")));
		assertThat(exchange.id()).hasToString("exchange 'events'");
		assertThat(exchange.attributes()).containsOnly(Map.entry("type", "topic"), Map.entry("durable", false),
				Map.entry("auto-delete", false), Map.entry("internal", true),
				Map.entry("alternate-exchange", "unrouted"));
	}

	@Test
	void delayedExchangeHasTheTypeOfThePlugin() {
		Resource exchange = AmqpResources.of(ExchangeBuilder.directExchange("later").delayed().build());
		assertThat(exchange).isEqualTo(new ExchangeResource("later", "x-delayed-message", true, false, false,
				Map.of("x-delayed-type", "direct")));
	}

	@Test
	void bindingIsIdentifiedByEverythingItHas() {
		TopicExchange exchange = new TopicExchange("events");
		Resource binding = AmqpResources.of(BindingBuilder.bind(new Queue("orders")).to(exchange).with("order.#"));
		assertThat(binding).isEqualTo(new BindingResource("events", "orders", true, "order.#", Map.of()));
		assertThat(binding.id()).hasToString("binding 'events → orders [order.#]'");
		assertThat(binding.attributes()).isEmpty();
	}

	@Test
	void bindingOfExchangeSaysSo() {
		Resource binding = AmqpResources
			.of(BindingBuilder.bind(new DirectExchange("to")).to(new DirectExchange("from")).with("key"));
		assertThat(binding.id()).hasToString("binding 'from → exchange to [key]'");
	}

	@Test
	void bindingWithArgumentsIsAnotherBinding() {
		Resource binding = AmqpResources
			.of(BindingBuilder.bind(new Queue("orders")).to(new HeadersExchange("events")).where("kind").exists());
		Resource other = AmqpResources
			.of(BindingBuilder.bind(new Queue("orders")).to(new HeadersExchange("events")).where("size").matches(3));
		assertThat(binding.id()).isNotEqualTo(other.id());
		assertThat(other.id()).hasToString("binding 'events → orders [] {size=3}'");
	}

	@Test
	void bindingKnowsBothEnds() {
		BindingResource binding = new BindingResource("events", "orders", true, "", Map.of());
		assertThat(binding.exchangeId()).isEqualTo(ExchangeResource.idOf("events"));
		assertThat(binding.destinationId()).isEqualTo(QueueResource.idOf("orders"));
		BindingResource toExchange = new BindingResource("events", "copy", false, "", Map.of());
		assertThat(toExchange.destinationId()).isEqualTo(ExchangeResource.idOf("copy"));
	}

	@Test
	void defaultExchangeAndItsBindingsAreImplicit() {
		assertThat(AmqpResources.isImplicit(DirectExchange.DEFAULT)).isTrue();
		assertThat(
				AmqpResources.isImplicit(new Binding("orders", Binding.DestinationType.QUEUE, "", "orders", Map.of())))
			.isTrue();
		assertThat(AmqpResources.isImplicit(new DirectExchange("events"))).isFalse();
		assertThat(AmqpResources.isImplicit(new Queue("orders"))).isFalse();
	}

	@Test
	void whenDeclarableIsSomethingElseRefuses() {
		assertThatIllegalArgumentException().isThrownBy(() -> AmqpResources.of(mock(Declarable.class)))
			.withMessageStartingWith("Neither exchange, queue nor binding: ");
	}

}
