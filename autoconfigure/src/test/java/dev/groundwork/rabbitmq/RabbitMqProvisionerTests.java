package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.Resource;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link Provisioner} of {@link RabbitMqBackEnd}, without a broker.
 */
class RabbitMqProvisionerTests {

	private static final Resource EXCHANGE = new ExchangeResource("z", "topic", true, false, false, Map.of());

	private static final Resource QUEUE = new QueueResource("orders", true, Map.of());

	private static final Resource BINDING = new BindingResource("z", "orders", true, "", Map.of());

	@Test
	void whatOthersReferToComesFirst() {
		assertThat(provisioner(BINDING, QUEUE, EXCHANGE).resolveDesiredState().declarations())
			.extracting(Declaration::resource)
			.containsExactly(EXCHANGE, QUEUE, BINDING);
	}

	@Test
	void driftOfQueueIsExplainedWithTheWayOut() {
		assertThat(explain(QUEUE, new Difference("durable", "true", "false", false)))
			.isEqualTo(new Diagnosis(FailureKind.PERMANENT, "queue 'orders' (declared by a bean)",
					"exists with other attributes than declared", "durable: expected 'true', found 'false'",
					"RabbitMQ cannot change what exists. Declare it as found, or give the queue a new name, bind both, "
							+ "drain the old one and then: rabbitmqctl delete_queue 'orders' --if-empty"));
	}

	@Test
	void driftOfExchangeIsExplainedWithTheWayOut() {
		assertThat(explain(EXCHANGE, new Difference("type", "topic", "direct", false))).isEqualTo(new Diagnosis(
				FailureKind.PERMANENT, "exchange 'z' (declared by a bean)",
				"exists with other attributes than declared", "type: expected 'topic', found 'direct'",
				"RabbitMQ cannot change what exists. Declare it as found, or give it a new name and move the bindings."));
	}

	private static Diagnosis explain(Resource resource, Difference difference) {
		return provisioner().explain(new Step(new Declaration(resource, "a bean"), Change.DRIFT, List.of(difference)));
	}

	private static Provisioner provisioner(Resource... resources) {
		return RabbitMqBackEnd.provisioner(new CachingConnectionFactory("broker.example"), "shop/groundwork",
				() -> IntStream.range(0, resources.length)
					.mapToObj((i) -> new Declaration(resources[i], "source " + i))
					.toList());
	}

}
