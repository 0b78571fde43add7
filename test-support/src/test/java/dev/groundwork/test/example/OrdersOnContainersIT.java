package dev.groundwork.test.example;

import java.time.Duration;

import dev.groundwork.test.ContainerReadiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.rabbitmq.RabbitMQContainer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

import static dev.groundwork.test.GroundworkAssertions.assertThat;

/**
 * Example of a container that is started when it declares exchanges.
 */
@EnabledIfEnvironmentVariable(named = "GROUNDWORK_LOCAL_INFRASTRUCTURE", matches = "docker",
		disabledReason = "dev/verify-containers runs it, with a Docker engine")
// tag::containers[]
@SpringBootTest(properties = "spring.rabbitmq.channel-rpc-timeout=10s")
class OrdersOnContainersIT {

	@Test
	void exchangesAndQueuesAreProvisionedOnTheContainer(@Autowired ApplicationContext context) {
		assertThat(context).within(Duration.ofSeconds(30))
			.isReady()
			.hasProvisioned("exchange", "kit.events")
			.hasProvisioned("queue", "kit.orders");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		@ServiceConnection
		RabbitMQContainer rabbitMq() {
			return new RabbitMQContainer("rabbitmq:4-management").waitingFor(ContainerReadiness.declaresAnExchange());
		}

	}

}
// end::containers[]
