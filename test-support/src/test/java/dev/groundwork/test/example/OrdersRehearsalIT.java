package dev.groundwork.test.example;

import java.time.Duration;

import dev.groundwork.test.ApplicationProcess;
import dev.groundwork.test.ColdStartRehearsal;
import dev.groundwork.test.FaultProxy;
import org.junit.jupiter.api.Test;

import static dev.groundwork.test.GroundworkAssertions.assertThat;

/**
 * Example of a cold start rehearsal.
 */
// tag::rehearsal[]
class OrdersRehearsalIT {

	private static final FaultProxy rabbitMq = FaultProxy.to("localhost", Broker.port());

	private final ColdStartRehearsal rehearsal = ColdStartRehearsal.of(OrdersApplication.class)
		.withProperties(Broker.properties())
		.withProperties("spring.rabbitmq.port=" + rabbitMq.getPort())
		.withInfrastructure(rabbitMq);

	@Test
	void waitsForTheBroker() {
		this.rehearsal.infrastructureIsLate();
	}

	@Test
	void survivesTheLossOfTheBroker() {
		this.rehearsal.infrastructureGoesAway();
	}

	@Test
	void secondStartChangesNothing() {
		this.rehearsal.secondStartChangesNothing();
	}

	@Test
	void threeReplicasStartAtOnce() {
		this.rehearsal.replicasStartAtOnce(3);
	}

	@Test
	void startsWhileTheBrokerHangs() {
		rabbitMq.hang();
		try (ApplicationProcess orders = this.rehearsal.start("server.shutdown=immediate")) {
			orders.awaitLive(Duration.ofMinutes(1));
			assertThat(orders.getProbe()).isNotReady();
			rabbitMq.restore();
			assertThat(orders.getProbe()).within(Duration.ofMinutes(1)).isReady().hasProvisioned("queue", "kit.orders");
		}
	}

}
// end::rehearsal[]
