package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.provision.PlannedBackEnd;
import dev.groundwork.provision.Planning;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link DefinitionsExport} with a real RabbitMQ.
 */
@Timeout(60)
class DefinitionsExportIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final String VIRTUAL_HOST = "definitions";

	@Test
	void brokerThatHasImportedTheDefinitionsHasEverythingAsDeclared(@TempDir Path folder) throws IOException {
		LocalRabbitMq broker = infrastructure.rabbitMq();
		broker.addVhost(VIRTUAL_HOST);
		CachingConnectionFactory connectionFactory = new CachingConnectionFactory("localhost", broker.getPort());
		connectionFactory.setVirtualHost(VIRTUAL_HOST);
		try {
			Provisioner provisioner = RabbitMqBackEnd.provisioner(connectionFactory, "tests/groundwork",
					DefinitionsExportIT::declarations);
			DesiredState desired = provisioner.resolveDesiredState();
			Path file = Files.writeString(folder.resolve("definitions.json"),
					provisioner.getExports().get(0).write(desired));
			broker.control("import_definitions", file.toString());
			PlannedBackEnd planned = new Planning(provisioner).run(desired);
			assertThat(planned.failures()).isEmpty();
			Plan plan = planned.plan();
			assertThat(plan).isNotNull();
			assertThat(plan.isSatisfied()).isTrue();
			assertThat(plan.steps(Change.NONE)).hasSizeGreaterThanOrEqualTo(6);
			assertThat(broker.control("list_bindings", "--quiet", "--no-table-headers", "-p", VIRTUAL_HOST,
					"source_name", "destination_name", "routing_key", "arguments"))
				.contains("events\torders\torder.#", "events\tcopies\t", "{\"x-match\",\"any\"}");
		}
		finally {
			connectionFactory.destroy();
		}
	}

	private static List<Declaration> declarations() {
		return Stream
			.<Resource>concat(
					Stream.of(
							new ExchangeResource("events", "topic", true, false, false,
									Map.of("alternate-exchange", "unrouted")),
							new ExchangeResource("unrouted", "fanout", false, false, true, Map.of()),
							new ExchangeResource("copies", "headers", true, false, false, Map.of()),
							new QueueResource("orders", true, Map.of("x-queue-type", "quorum", "x-delivery-limit", 5)),
							new QueueResource("plain", true,
									Map.of("x-message-ttl", 60_000, "x-single-active-consumer", true, "x-max-priority",
											3)),
							new QueueResource("log", true, Map.of("x-queue-type", "stream", "x-max-age", "7D"))),
					Stream.of(new BindingResource("events", "orders", true, "order.#", Map.of()),
							new BindingResource("events", "copies", false, "", Map.of()),
							new BindingResource("copies", "plain", true, "",
									Map.of("tenant", "blue", "x-match", "any"))))
			.map((resource) -> new Declaration(resource, "a test"))
			.toList();
	}

}
