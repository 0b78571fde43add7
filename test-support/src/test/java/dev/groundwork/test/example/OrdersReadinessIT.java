package dev.groundwork.test.example;

import java.time.Duration;

import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.test.FaultProxy;
import dev.groundwork.test.GroundworkAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static dev.groundwork.test.GroundworkAssertions.assertThat;

/**
 * Example of assertions and of a fault proxy.
 */
// tag::readiness[]
@SpringBootTest
class OrdersReadinessIT {

	static final FaultProxy rabbitMq = FaultProxy.to("localhost", Broker.port());

	@Autowired
	private ApplicationContext context;

	@DynamicPropertySource
	static void brokerBehindTheProxy(DynamicPropertyRegistry registry) {
		registry.add("spring.rabbitmq.host", rabbitMq::getHost);
		registry.add("spring.rabbitmq.port", rabbitMq::getPort);
	}

	@AfterEach
	void restore() {
		rabbitMq.restore();
	}

	@Test
	void ordersAreTakenWhenEverythingIsThere() {
		assertThat(this.context).within(Duration.ofSeconds(30))
			.isReady()
			.hasOpenGate("rabbitmq")
			.hasProvisioned("queue", "kit.orders")
			.neverReadyBefore("prices")
			.neverReadyBefore(ApplicationReadyEvent.class);
	}

	@Test
	void lossOfTheBrokerIsNoticedAndTakesNoReplicaOutOfService() {
		GroundworkAssert orders = assertThat(this.context).within(Duration.ofSeconds(30));
		orders.hasState(ReadinessState.READY);
		rabbitMq.refuse();
		orders.hasDependency("rabbitmq", DependencyStatus.DOWN, DependencyPolicy.STARTUP)
			.hasState(ReadinessState.DEGRADED)
			.isReady();
		rabbitMq.restore();
		orders.hasDependency("rabbitmq", DependencyStatus.UP).hasState(ReadinessState.READY);
	}

	// end::readiness[]
	@DynamicPropertySource
	static void credentials(DynamicPropertyRegistry registry) {
		for (String property : Broker.properties()) {
			int equals = property.indexOf('=');
			if (!property.startsWith("spring.rabbitmq.host")) {
				registry.add(property.substring(0, equals), () -> property.substring(equals + 1));
			}
		}
	}

}
