package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Blame}, on what brokers have said.
 */
class BlameTests {

	private static final int EXCHANGE_CLASS = 40;

	private static final int QUEUE_CLASS = 50;

	private static final List<Declare> OBJECTS = declares(exchange("orders"), queue("orders"), queue("payments"));

	private static final List<Declare> BINDINGS = declares(binding("a", "one", "x"), binding("b", "one", "y"),
			binding("b", "two", "z"));

	@Test
	void namedObjectIsFoundByKindAndName() {
		assertThat(blame(OBJECTS, 404, "NOT_FOUND - no queue 'orders' in vhost 'shop'", QUEUE_CLASS)).isEqualTo(1);
		assertThat(blame(OBJECTS, 406,
				"PRECONDITION_FAILED - inequivalent arg 'type' for exchange 'orders' in vhost 'shop': received 'direct' but current is 'topic'",
				EXCHANGE_CLASS))
			.isZero();
	}

	@Test
	void reservedNameIsFound() {
		List<Declare> declares = declares(queue("orders"), queue("amq.orders"));
		assertThat(blame(declares, 403, "ACCESS_REFUSED - queue name 'amq.orders' contains reserved prefix 'amq.*'",
				QUEUE_CLASS))
			.isEqualTo(1);
	}

	@Test
	void whatQueueRefersToIsNotItsCulprit() {
		assertThat(blame(OBJECTS, 403,
				"ACCESS_REFUSED - access to exchange 'orders' in vhost 'shop' refused for user 'u'", QUEUE_CLASS))
			.isEqualTo(Blame.NOBODY);
	}

	@Test
	void textThatIsCutOffBlamesNobody() {
		assertThat(blame(OBJECTS, 404, "NOT_FOUND - no queue 'ord...", QUEUE_CLASS)).isEqualTo(Blame.NOBODY);
	}

	@Test
	void whatIsAloneIsToBlame() {
		assertThat(blame(OBJECTS.subList(2, 3), 406, "anything", 0)).isZero();
	}

	@Test
	void firstBindingThatNeedsTheMissingEndIsToBlame() {
		assertThat(blame(BINDINGS, 404, "NOT_FOUND - no exchange 'b' in vhost 'shop'", QUEUE_CLASS)).isEqualTo(1);
		assertThat(blame(BINDINGS, 404, "NOT_FOUND - no queue 'two' in vhost 'shop'", QUEUE_CLASS)).isEqualTo(2);
	}

	@Test
	void forbiddenTopicIsToldFromOthersOfItsExchange() {
		assertThat(blame(BINDINGS, 403,
				"ACCESS_REFUSED - access to topic 'z' in exchange 'b' in vhost 'shop' refused for user 'u'",
				QUEUE_CLASS))
			.isEqualTo(2);
	}

	@Test
	void forbiddenExchangeThatIsBothEndsBlamesNobody() {
		List<Declare> declares = declares(new BindingResource("a", "b", false, "", Map.of()),
				new BindingResource("b", "c", false, "", Map.of()));
		assertThat(blame(declares, 403, "ACCESS_REFUSED - access to exchange 'b' in vhost 'shop' refused for user 'u'",
				EXCHANGE_CLASS))
			.isEqualTo(Blame.NOBODY);
	}

	@Test
	void unknownTypeHoldsForEveryExchangeOfIt() {
		BrokerRefusal refusal = new BrokerRefusal(503, "COMMAND_INVALID - unknown exchange type 'x-odd'",
				EXCHANGE_CLASS, true);
		Declaration odd = new Declaration(new ExchangeResource("odd", "x-odd", true, false, false, Map.of()), "a test");
		assertThat(Blame.isUnknownType(refusal, Declare.actively(odd))).isTrue();
		assertThat(Blame.isUnknownType(refusal, Declare.passively(odd))).isFalse();
		assertThat(Blame.isUnknownType(refusal, OBJECTS.get(0))).isFalse();
	}

	private static int blame(List<Declare> declares, int code, String text, int classId) {
		return Blame.find(declares, new BrokerRefusal(code, text, classId, false));
	}

	private static List<Declare> declares(Resource... resources) {
		return Stream.of(resources).map((resource) -> Declare.actively(new Declaration(resource, "a test"))).toList();
	}

	private static Resource exchange(String name) {
		return new ExchangeResource(name, "topic", true, false, false, Map.of());
	}

	private static Resource queue(String name) {
		return new QueueResource(name, true, Map.of());
	}

	private static Resource binding(String exchange, String queue, String routingKey) {
		return new BindingResource(exchange, queue, true, routingKey, Map.of());
	}

}
