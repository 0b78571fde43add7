package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningResult;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests that RabbitMQ understands what the properties of a queue become.
 */
@Timeout(60)
class TypedArgumentsIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final LocalRabbitMq broker = infrastructure.rabbitMq();

	@Test
	void classicQueueHasItsArguments() throws InterruptedException {
		assertThat(create("classic", "type=classic", "message-ttl=1m", "expires=2h", "max-length=10",
				"max-length-bytes=2KB", "overflow=reject-publish-dlx", "dead-letter-exchange=",
				"dead-letter-routing-key=dead", "single-active-consumer=true", "max-priority=5",
				"consumer-timeout=30m"))
			.contains("{\"x-message-ttl\",60000}", "{\"x-expires\",7200000}", "{\"x-max-length\",10}",
					"{\"x-max-length-bytes\",2048}", "{\"x-overflow\",\"reject-publish-dlx\"}",
					"{\"x-dead-letter-exchange\",[]}", "{\"x-single-active-consumer\",true}", "{\"x-max-priority\",5}");
	}

	@Test
	void quorumQueueHasItsArguments() throws InterruptedException {
		assertThat(create("quorum", "type=quorum", "delivery-limit=20", "dead-letter-exchange=",
				"dead-letter-routing-key=dead", "dead-letter-strategy=at-least-once", "overflow=reject-publish",
				"initial-group-size=1", "leader-locator=balanced", "message-ttl=1m", "max-length=10"))
			.contains("{\"x-delivery-limit\",20}", "{\"x-dead-letter-strategy\",\"at-least-once\"}",
					"{\"x-quorum-initial-group-size\",1}", "{\"x-queue-leader-locator\",\"balanced\"}");
	}

	@Test
	void streamHasItsArguments() throws InterruptedException {
		assertThat(create("stream", "type=stream", "max-age=7d", "max-length-bytes=1GB", "max-segment-size-bytes=10MB",
				"initial-cluster-size=1", "leader-locator=client-local"))
			.contains("{\"x-max-age\",\"7D\"}", "{\"x-max-length-bytes\",1073741824}",
					"{\"x-stream-max-segment-size-bytes\",10485760}", "{\"x-initial-cluster-size\",1}");
	}

	@Test
	void argumentsThatComeAsTextEqualThoseOfAnotherClient() throws InterruptedException {
		create("text", "arguments.x-message-ttl=60000", "arguments.x-max-length=5");
		assertThat(provision("text", "message-ttl=1m", "max-length=5").changes()).isEmpty();
	}

	private String create(String name, String... properties) throws InterruptedException {
		assertThat(provision(name, properties).changes()).hasSize(1);
		return this.broker
			.control("list_queues", "--quiet", "--no-table-headers", "-p", virtualHost(name), "name", "arguments")
			.lines()
			.filter((line) -> line.startsWith(name + "\t"))
			.findFirst()
			.orElseThrow();
	}

	private ProvisioningResult provision(String name, String... properties) throws InterruptedException {
		String[] lines = new String[properties.length + 1];
		lines[0] = "queues[0].name=" + name;
		for (int i = 0; i < properties.length; i++) {
			lines[i + 1] = "queues[0]." + properties[i];
		}
		if (!this.broker.control("list_vhosts", "--quiet").lines().toList().contains(virtualHost(name))) {
			this.broker.addVhost(virtualHost(name));
		}
		CachingConnectionFactory connectionFactory = new CachingConnectionFactory("localhost", this.broker.getPort());
		connectionFactory.setVirtualHost(virtualHost(name));
		try {
			Provisioner provisioner = RabbitMqBackEnd.provisioner(connectionFactory, "tests/groundwork",
					() -> List.copyOf(DeclaredProperties.declarations(lines)));
			return new Provisioning(provisioner, ProvisioningMode.APPLY).run(provisioner.resolveDesiredState(),
					(diagnosis) -> {
					});
		}
		finally {
			connectionFactory.destroy();
		}
	}

	private static String virtualHost(String name) {
		return "typed-" + name;
	}

}
