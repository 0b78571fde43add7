package dev.groundwork.service;

import java.time.Duration;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for a service that uses what another service creates.
 */
@Timeout(120)
@ExtendWith(RunningService.Closing.class)
class ExternalTopologyIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Duration SOON = Duration.ofSeconds(20);

	@Test
	void whatAPropertySaysIsSomebodyElsesIsWaitedForAndNotCreated() {
		waitsForTheirs("external-property", PlainService.class, "--groundwork.rabbitmq.exchanges[0].name=theirs",
				"--groundwork.rabbitmq.exchanges[0].external=true", "--groundwork.rabbitmq.queues[0].name=ours",
				"--groundwork.rabbitmq.queues[0].bindings[0].exchange=theirs");
	}

	@Test
	void whatABeanSaysIsNotToBeDeclaredIsWaitedForAndNotCreated() {
		waitsForTheirs("external-bean", BeanService.class);
	}

	private void waitsForTheirs(String virtualHost, Class<?> type, String... properties) {
		LocalRabbitMq broker = infrastructure.rabbitMq();
		broker.addVhost(virtualHost);
		RunningService service = RunningService.web(type,
				RunningService.concat(RunningService.concat(RunningService.rabbitMq(broker), properties),
						"--spring.rabbitmq.virtual-host=" + virtualHost));
		await().atMost(SOON)
			.until(() -> service.body("/actuator/health/readiness").contains("somebody else creates it"));
		assertThat(broker.control("list_exchanges", "-p", virtualHost, "name")).doesNotContain("theirs");
		CachingConnectionFactory connectionFactory = new CachingConnectionFactory("localhost", broker.getPort());
		connectionFactory.setVirtualHost(virtualHost);
		try {
			new RabbitAdmin(connectionFactory).declareExchange(new DirectExchange("theirs"));
		}
		finally {
			connectionFactory.destroy();
		}
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		assertThat(broker.control("list_bindings", "-p", virtualHost, "source_name", "destination_name"))
			.contains("theirs\tours");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PlainService {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BeanService {

		@Bean
		DirectExchange theirs() {
			DirectExchange theirs = new DirectExchange("theirs");
			theirs.setShouldDeclare(false);
			return theirs;
		}

		@Bean
		Queue ours() {
			return new Queue("ours");
		}

		@Bean
		Binding binding(DirectExchange theirs, Queue ours) {
			return BindingBuilder.bind(ours).to(theirs).with("");
		}

	}

}
