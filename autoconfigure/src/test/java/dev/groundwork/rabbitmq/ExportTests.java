package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for the formats in which {@link RabbitMqBackEnd} hands its desired state over.
 */
class ExportTests {

	private static final DesiredState DESIRED = DesiredState.of(List.of(
			new Declaration(
					new ExchangeResource(
							"events", "topic", true, false, false, Map.of("alternate-exchange", "un\\/\"routed")),
					"a test"),
			new Declaration(new ExchangeResource("hashed", "x-consistent-hash", true, false, true, Map.of()), "a test"),
			new Declaration(new ExchangeResource("amq.topic", "topic", true, false, false, Map.of()), "a test"),
			new Declaration(new ExchangeResource("theirs", "", true, false, false, Map.of()), "a test", true),
			new Declaration(new QueueResource("orders", true,
					Map.of("x-queue-type", "quorum", "x-message-ttl", 60_000, "x-single-active-consumer", true)),
					"a test"),
			new Declaration(new QueueResource("plain", false, Map.of()), "a test"),
			new Declaration(new QueueResource("theirs", true, Map.of()), "a test", true),
			new Declaration(new BindingResource("events", "orders", true, "order.#", Map.of()), "a test"),
			new Declaration(new BindingResource("events", "hashed", false, "", Map.of("on", "yes", "x-match", "any")),
					"a test")));

	@Test
	void bothFormatsAreOffered() {
		Provisioner provisioner = RabbitMqBackEnd.provisioner(new CachingConnectionFactory("broker.example"), "name",
				List::of);
		assertThat(provisioner.getExports()).extracting(DesiredStateExport::getFormat)
			.containsExactly("rabbitmq-definitions", "rabbitmq-operator");
	}

	@Test
	void definitionsNameTheVirtualHostAndDoNotDefineIt() {
		Map<String, Object> definitions = definitions();
		assertThat(definitions).containsOnlyKeys("exchanges", "queues", "bindings");
		assertThat(definitions.toString()).contains("vhost=/shop");
	}

	@Test
	void definitionsHaveWhatIsDeclaredInItsOrder() {
		Map<String, Object> definitions = definitions();
		assertThat(definitions.get("exchanges")).asInstanceOf(InstanceOfAssertFactories.list(Object.class))
			.containsExactly(
					Map.of("name", "events", "vhost", "/shop", "type", "topic", "durable", true, "auto_delete", false,
							"internal", false, "arguments", Map.of("alternate-exchange", "un\\/\"routed")),
					Map.of("name", "hashed", "vhost", "/shop", "type", "x-consistent-hash", "durable", true,
							"auto_delete", false, "internal", true, "arguments", Map.of()));
		assertThat(definitions.get("queues")).asInstanceOf(InstanceOfAssertFactories.list(Object.class))
			.containsExactly(
					Map.of("name", "orders", "vhost", "/shop", "durable", true, "auto_delete", false, "arguments",
							Map.of("x-queue-type", "quorum", "x-message-ttl", 60_000, "x-single-active-consumer",
									true)),
					Map.of("name", "plain", "vhost", "/shop", "durable", false, "auto_delete", false, "arguments",
							Map.of()));
		assertThat(definitions.get("bindings")).asInstanceOf(InstanceOfAssertFactories.list(Object.class))
			.containsExactly(
					Map.of("source", "events", "vhost", "/shop", "destination", "orders", "destination_type", "queue",
							"routing_key", "order.#", "arguments", Map.of()),
					Map.of("source", "events", "vhost", "/shop", "destination", "hashed", "destination_type",
							"exchange", "routing_key", "", "arguments", Map.of("on", "yes", "x-match", "any")));
	}

	@Test
	void operatorGetsAResourceForEachObjectInItsOrder() {
		assertThat(documents()).extracting((document) -> document.get("kind"))
			.containsExactly("Exchange", "Exchange", "Queue", "Queue", "Binding", "Binding");
		assertThat(documents())
			.allSatisfy((document) -> assertThat(document).containsEntry("apiVersion", "rabbitmq.com/v1beta1")
				.hasEntrySatisfying("metadata", (metadata) -> assertThat(metadata.toString()).startsWith("{name=")));
	}

	@Test
	void operatorGetsEveryAttribute() {
		assertThat(spec(0)).containsOnly(entry("name", "events"), entry("type", "topic"), entry("durable", true),
				entry("autoDelete", false), entry("vhost", "/shop"),
				entry("arguments", Map.of("alternate-exchange", "un\\/\"routed")),
				entry("rabbitmqClusterReference", Map.of("name", "rabbitmq")));
		assertThat(spec(2)).containsEntry("name", "orders")
			.containsEntry("type", "quorum")
			.containsEntry("durable", true)
			.containsEntry("arguments", Map.of("x-message-ttl", 60_000, "x-single-active-consumer", true));
		assertThat(spec(3)).containsEntry("durable", false).doesNotContainKeys("type", "arguments");
		assertThat(spec(4)).containsEntry("source", "events")
			.containsEntry("destination", "orders")
			.containsEntry("destinationType", "queue")
			.containsEntry("routingKey", "order.#");
		assertThat(spec(5)).containsEntry("destinationType", "exchange")
			.containsEntry("routingKey", "")
			.containsEntry("arguments", Map.of("on", "yes", "x-match", "any"));
	}

	@Test
	void whatTheOperatorCannotDoIsSaidWhereItStands() {
		assertThat(new OperatorExport("/shop").write(DESIRED)).containsOnlyOnce("cannot make this exchange internal")
			.containsOnlyOnce("may not know this type");
	}

	private static Map<String, Object> definitions() {
		return JsonParserFactory.getJsonParser().parseMap(new DefinitionsExport("/shop").write(DESIRED));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> spec(int document) {
		return (Map<String, Object>) Objects.requireNonNull(documents().get(document).get("spec"));
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> documents() {
		Iterable<Object> documents = new Yaml().loadAll(new OperatorExport("/shop").write(DESIRED));
		return StreamSupport.stream(documents.spliterator(), false)
			.filter((document) -> document != null)
			.map((document) -> (Map<String, Object>) document)
			.toList();
	}

}
