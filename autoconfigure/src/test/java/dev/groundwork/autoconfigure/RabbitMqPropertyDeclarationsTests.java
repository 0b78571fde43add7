package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.rabbitmq.BindingResource;
import dev.groundwork.rabbitmq.ExchangeResource;
import dev.groundwork.rabbitmq.QueueResource;
import dev.groundwork.rabbitmq.RetryLadder;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link RabbitMqPropertyDeclarations}.
 */
class RabbitMqPropertyDeclarationsTests {

	@ParameterizedTest
	@CsvSource({ "type=quorum, x-queue-type, quorum", "overflow=reject-publish-dlx, x-overflow, reject-publish-dlx",
			"dead-letter-exchange=dead, x-dead-letter-exchange, dead",
			"dead-letter-routing-key=key, x-dead-letter-routing-key, key",
			"dead-letter-strategy=at-least-once, x-dead-letter-strategy, at-least-once",
			"leader-locator=client-local, x-queue-leader-locator, client-local",
			"delayed-retry-type=failed, x-delayed-retry-type, failed", "max-age=7d, x-max-age, 7D",
			"max-age=36h, x-max-age, 36h", "max-age=90s, x-max-age, 90s" })
	void propertyOfAQueueIsText(String property, String argument, String value) {
		assertThat(queueArguments(property)).containsOnly(entry(argument, value));
	}

	@ParameterizedTest
	@CsvSource({ "message-ttl=1m, x-message-ttl, 60000", "expires=2h, x-expires, 7200000",
			"max-length=10, x-max-length, 10", "max-length-bytes=2KB, x-max-length-bytes, 2048",
			"consumer-timeout=30m, x-consumer-timeout, 1800000", "max-priority=5, x-max-priority, 5",
			"delivery-limit=20, x-delivery-limit, 20", "initial-group-size=3, x-quorum-initial-group-size, 3",
			"target-group-size=5, x-quorum-target-group-size, 5", "delayed-retry-min=1s, x-delayed-retry-min, 1000",
			"delayed-retry-max=1m, x-delayed-retry-max, 60000",
			"max-segment-size-bytes=1MB, x-stream-max-segment-size-bytes, 1048576",
			"filter-size=16, x-stream-filter-size-bytes, 16", "initial-cluster-size=3, x-initial-cluster-size, 3" })
	void propertyOfAQueueIsANumber(String property, String argument, long value) {
		assertThat(queueArguments(property)).containsOnly(entry(argument, value));
	}

	@Test
	void singleActiveConsumerIsATruthValue() {
		assertThat(queueArguments("single-active-consumer=false"))
			.containsOnly(entry("x-single-active-consumer", false));
	}

	@Test
	void emptyDeadLetterExchangeIsTheDefaultExchange() {
		assertThat(queueArguments("dead-letter-exchange=")).containsOnly(entry("x-dead-letter-exchange", ""));
	}

	@Test
	void knownArgumentThatComesAsTextBecomesWhatTheBrokerExpects() {
		assertThat(queueArguments("arguments.x-message-ttl=60000", "arguments.x-single-active-consumer=true",
				"arguments.x-of-a-plugin=60000"))
			.containsOnly(entry("x-message-ttl", 60_000L), entry("x-single-active-consumer", true),
					entry("x-of-a-plugin", "60000"));
	}

	@Test
	void knownArgumentThatCannotBeWhatTheBrokerExpectsIsRefusedByName() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> queueArguments("arguments.x-message-ttl=1m"))
			.withMessageContaining("groundwork.rabbitmq.queues[0].arguments.x-message-ttl")
			.withMessageContaining("RabbitMQ wants a whole number here");
	}

	@Test
	void propertyAndArgumentThatSayTheSameAreOne() {
		assertThat(queueArguments("message-ttl=1m", "arguments.x-message-ttl=60000"))
			.containsOnly(entry("x-message-ttl", 60_000L));
	}

	@Test
	void propertyAndArgumentThatContradictEachOtherAreRefused() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> queueArguments("message-ttl=1m", "arguments.x-message-ttl=5000"))
			.withMessageContaining("groundwork.rabbitmq.queues[0].message-ttl")
			.withMessageContaining(
					"It sets the argument 'x-message-ttl' to '60000', but that is already declared to be "
							+ "'5000'. Remove one of the two.");
	}

	@Test
	void ageOfLessThanASecondIsRefused() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> queueArguments("max-age=1500ms"))
			.withMessageContaining("whole seconds");
	}

	@Test
	void exchangeHasEveryAttribute() {
		assertThat(DeclaredProperties.resources("exchanges[0].name=events", "exchanges[0].type=x-consistent-hash",
				"exchanges[0].durable=false", "exchanges[0].auto-delete=true", "exchanges[0].internal=true",
				"exchanges[0].alternate-exchange=unrouted", "exchanges[0].arguments.hash-header=tenant"))
			.containsExactly(new ExchangeResource("events", "x-consistent-hash", false, true, true,
					Map.of("alternate-exchange", "unrouted", "hash-header", "tenant")));
	}

	@Test
	void exchangeIsDirectIfNothingElseIsSaid() {
		assertThat(DeclaredProperties.resources("exchanges[0].name=events"))
			.containsExactly(new ExchangeResource("events", "direct", true, false, false, Map.of()));
	}

	@Test
	void delayedExchangeHasTheTypeOfThePlugin() {
		assertThat(DeclaredProperties.resources("exchanges[0].name=later", "exchanges[0].type=topic",
				"exchanges[0].delayed=true"))
			.containsExactly(new ExchangeResource("later", "x-delayed-message", true, false, false,
					Map.of("x-delayed-type", "topic")));
	}

	@Test
	void exchangeGetsMessagesFromAnotherExchange() {
		assertThat(DeclaredProperties.resources("exchanges[0].name=copies", "exchanges[0].bindings[0].exchange=events",
				"exchanges[0].bindings[0].routing-key=order.#"))
			.contains(new BindingResource("events", "copies", false, "order.#", Map.of()));
	}

	@Test
	void whatSomebodyElseCreatesNeedsNothingButAName() {
		assertThat(DeclaredProperties.declarations("exchanges[0].name=theirs", "exchanges[0].external=true",
				"queues[0].name=theirs", "queues[0].external=true"))
			.allMatch(Declaration::external)
			.extracting(Declaration::resource)
			.containsExactly(new ExchangeResource("theirs", "", true, false, false, Map.of()),
					new QueueResource("theirs", true, Map.of()));
	}

	@Test
	void bindingOfWhatSomebodyElseCreatesIsOurs() {
		assertThat(DeclaredProperties.declarations("queues[0].name=theirs", "queues[0].external=true",
				"queues[0].bindings[0].exchange=events"))
			.filteredOn((declaration) -> declaration.resource() instanceof BindingResource)
			.singleElement()
			.matches((declaration) -> !declaration.external());
	}

	@Test
	void everyRoutingKeyIsABinding() {
		assertThat(bindings("routing-keys=created,deleted")).containsExactly(
				new BindingResource("events", "orders", true, "created", Map.of()),
				new BindingResource("events", "orders", true, "deleted", Map.of()));
	}

	@Test
	void routingKeyAndRoutingKeysAreRefused() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> bindings("routing-key=created", "routing-keys=deleted"))
			.withMessageContaining("groundwork.rabbitmq.queues[0].bindings[0].routing-key");
	}

	@Test
	void headersMustAllMatchIfNothingElseIsSaid() {
		assertThat(bindings("headers.tenant=blue", "headers.kind=order")).containsExactly(new BindingResource("events",
				"orders", true, "", Map.of("tenant", "blue", "kind", "order", "x-match", "all")));
	}

	@ParameterizedTest
	@CsvSource({ "all, all", "any, any", "all-with-x, all-with-x", "any-with-x, any-with-x" })
	void headersMatchAsIsSaid(String property, String argument) {
		assertThat(bindings("headers.tenant=blue", "match=" + property)).containsExactly(
				new BindingResource("events", "orders", true, "", Map.of("tenant", "blue", "x-match", argument)));
	}

	@Test
	void matchThatIsGivenAsAnArgumentStays() {
		assertThat(bindings("headers.tenant=blue", "arguments.x-match=any")).containsExactly(
				new BindingResource("events", "orders", true, "", Map.of("tenant", "blue", "x-match", "any")));
	}

	@Test
	void ladderIsQueuesOfTheSameTypeAndTheirOriginIsTheProperty() {
		List<Declaration> declarations = DeclaredProperties.declarations("queues[0].name=orders",
				"queues[0].type=quorum", "queues[0].retry.delays=1s,1m");
		assertThat(declarations).extracting(Declaration::resource)
			.containsExactlyInAnyOrder(
					new QueueResource("orders", true,
							Map.of("x-queue-type", "quorum", "x-dead-letter-exchange", "", "x-dead-letter-routing-key",
									"orders.parking-lot")),
					waiting("orders.retry.1s", 1_000), waiting("orders.retry.1m", 60_000),
					new QueueResource("orders.parking-lot", true, Map.of("x-queue-type", "quorum")));
		assertThat(declarations).filteredOn((declaration) -> declaration.id().name().contains("."))
			.extracting(Declaration::source)
			.containsOnly("groundwork.rabbitmq.queues[0].retry at 'groundwork.rabbitmq.queues[0].retry.delays' "
					+ "in property source 'service'");
	}

	private static QueueResource waiting(String name, long millis) {
		return new QueueResource(name, true,
				Map.of("x-queue-type", "quorum", "x-message-ttl", millis, "x-dead-letter-exchange", "",
						"x-dead-letter-routing-key", "orders", "x-dead-letter-strategy", "at-least-once", "x-overflow",
						"reject-publish"));
	}

	@Test
	void ladderWithoutParkingLotLeavesTheQueueAsItIs() {
		assertThat(DeclaredProperties.resources("queues[0].name=orders", "queues[0].retry.delays=1s",
				"queues[0].retry.parking-lot=false"))
			.hasSize(2)
			.contains(new QueueResource("orders", true, Map.of()));
	}

	@Test
	void ladderOfWhatSomebodyElseCreatesLeavesItsArgumentsToThem() {
		RabbitMqPropertyDeclarations properties = DeclaredProperties.of("queues[0].name=theirs",
				"queues[0].external=true", "queues[0].retry.delays=1s");
		assertThat(properties.declarations().values()).singleElement()
			.satisfies((declarations) -> assertThat(declarations).extracting((declaration) -> declaration.id().name())
				.containsExactlyInAnyOrder("theirs", "theirs.retry.1s", "theirs.parking-lot"));
		assertThat(properties.ladders().values()).singleElement()
			.satisfies((ladders) -> assertThat(ladders).singleElement()
				.matches(RetryLadder::parkingLot)
				.matches((ladder) -> !ladder.rejectsToParkingLot()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "dead-letter-exchange=dead; retry.parking-lot; is already declared to be 'dead'",
					"type=stream; retry.delays; A stream keeps its messages",
					"retry.delays=; retry.delays; at least one", "retry.delays=0s; retry.delays; at least 1ms" })
	void ladderThatCannotWorkIsRefused(String property, String refused, String reason) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> DeclaredProperties.resources("queues[0].name=orders", "queues[0].retry.delays=1s",
					"queues[0].retry.parking-lot=true", "queues[0]." + property))
			.withMessageContaining("groundwork.rabbitmq.queues[0]." + refused)
			.withMessageContaining(reason);
	}

	@Test
	void bindingsAreWhereTheirQueueIs() {
		assertThat(DeclaredProperties
			.of("queues[0].name=orders", "queues[0].virtual-host=/orders", "queues[0].bindings[0].exchange=events",
					"queues[1].name=here")
			.declarations())
			.hasSize(2)
			.hasEntrySatisfying(new BrokerPlace("primary", DeclaredProperties.PRIMARY, "/orders"),
					(declarations) -> assertThat(declarations).hasSize(2))
			.hasEntrySatisfying(BrokerPlace.of("primary", DeclaredProperties.PRIMARY),
					(declarations) -> assertThat(declarations).hasSize(1));
	}

	@Test
	void virtualHostOfTheConnectionFactoryIsNoOtherPlace() {
		assertThat(DeclaredProperties
			.of("queues[0].name=orders", "queues[0].virtual-host=/", "queues[1].name=here",
					"queues[1].connection-factory=primary")
			.declarations()).hasSize(1);
	}

	@Test
	void connectionFactoryThatIsNotThereIsRefused() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(
				() -> DeclaredProperties.resources("queues[0].name=orders", "queues[0].connection-factory=secondary"))
			.withMessageContaining("groundwork.rabbitmq.queues[0].connection-factory")
			.withMessageContaining("There is no connection factory of this name, but primary");
	}

	@Test
	void withoutAPrimaryConnectionFactoryOneMustBeNamed() {
		AbstractConnectionFactory other = new CachingConnectionFactory("other.example");
		BrokerPlaces places = new BrokerPlaces(Map.of("one", DeclaredProperties.PRIMARY, "other", other), null);
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> DeclaredProperties.of(places, "queues[0].name=orders").declarations())
			.withMessageContaining("none is primary: name one of one, other");
		assertThat(DeclaredProperties.of(places, "queues[0].name=orders", "queues[0].connection-factory=other")
			.declarations()).containsOnlyKeys(BrokerPlace.of("other", other));
	}

	private static Map<String, Object> queueArguments(String... properties) {
		String[] lines = new String[properties.length + 1];
		lines[0] = "queues[0].name=orders";
		for (int i = 0; i < properties.length; i++) {
			lines[i + 1] = "queues[0]." + properties[i];
		}
		return ((QueueResource) DeclaredProperties.resources(lines).get(0)).arguments();
	}

	private static List<Resource> bindings(String... properties) {
		String[] lines = new String[properties.length + 2];
		lines[0] = "queues[0].name=orders";
		lines[1] = "queues[0].bindings[0].exchange=events";
		for (int i = 0; i < properties.length; i++) {
			lines[i + 2] = "queues[0].bindings[0]." + properties[i];
		}
		return DeclaredProperties.resources(lines).stream().filter(BindingResource.class::isInstance).toList();
	}

}
