package dev.groundwork.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.TaskSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for a service that uses several virtual hosts and connection
 * factories.
 */
@Timeout(120)
@ExtendWith(RunningService.Closing.class)
class SeveralBrokersIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Duration SOON = Duration.ofSeconds(20);

	private LocalRabbitMq broker;

	private String first;

	private String second;

	@BeforeEach
	void createVirtualHosts(TestInfo test) {
		this.broker = infrastructure.rabbitMq();
		this.first = "first-" + test.getTestMethod().orElseThrow().getName();
		this.second = "second-" + test.getTestMethod().orElseThrow().getName();
		this.broker.addVhost(this.first);
		this.broker.addVhost(this.second);
	}

	@Test
	void eachVirtualHostGetsWhatIsDeclaredForIt() {
		RunningService service = start(SingleService.class, "--groundwork.rabbitmq.queues[0].name=here",
				"--groundwork.rabbitmq.exchanges[0].name=there.events",
				"--groundwork.rabbitmq.exchanges[0].virtual-host=" + this.second,
				"--groundwork.rabbitmq.queues[1].name=there",
				"--groundwork.rabbitmq.queues[1].virtual-host=" + this.second,
				"--groundwork.rabbitmq.queues[1].bindings[0].exchange=there.events",
				"--groundwork.rabbitmq.queues[1].bindings[0].routing-keys=created,deleted");
		assertThat(queues(this.first)).containsExactly("here");
		assertThat(queues(this.second)).containsExactly("there");
		assertThat(list("list_bindings", this.second, "source_name", "destination_name", "routing_key"))
			.contains("there.events\tthere\tcreated", "there.events\tthere\tdeleted");
		assertThat(service.bean(Startup.class).tasks()).extracting(TaskSnapshot::name)
			.contains("rabbitmq", "rabbitmq[" + this.second + "]");
	}

	@Test
	void missingVirtualHostEndsTheStartAndIsNamed() {
		Throwable failure = catchThrowable(() -> start(SingleService.class,
				"--groundwork.rabbitmq.queues[0].name=orders", "--groundwork.rabbitmq.queues[0].virtual-host=nowhere"));
		assertThat(failure).cause().isInstanceOfSatisfying(DiagnosedException.class, (diagnosed) -> {
			assertThat(diagnosed.getDiagnoses().get(0).cause()).contains("virtual host 'nowhere' does not exist");
			assertThat(diagnosed.getDiagnoses().get(0).evidence()).contains("NOT_ALLOWED");
			assertThat(diagnosed.getDiagnoses().get(0).remedy()).contains("virtual-host under groundwork.rabbitmq")
				.contains("rabbitmqctl add_vhost 'nowhere'");
		});
	}

	@Test
	void declarablesExistWhereTheirAdminsWouldHaveDeclaredThem() {
		RunningService service = start(TwoBrokers.class, "--second.virtual-host=" + this.second);
		assertThat(queues(this.first)).containsExactlyInAnyOrder("everywhere", "only-first");
		assertThat(queues(this.second)).containsExactlyInAnyOrder("everywhere", "only-second");
		assertThat(service.bean(Startup.class).tasks()).extracting(TaskSnapshot::name)
			.contains("rabbitmq", "rabbitmq@secondConnectionFactory");
	}

	@Test
	void listenerConsumesOnItsOwnConnectionFactory() {
		RunningService service = start(ListeningToSecond.class, "--second.virtual-host=" + this.second,
				"--groundwork.rabbitmq.queues[0].name=only-there",
				"--groundwork.rabbitmq.queues[0].connection-factory=secondConnectionFactory");
		assertThat(queues(this.first)).isEmpty();
		new RabbitTemplate(service.bean("secondConnectionFactory", CachingConnectionFactory.class)).convertAndSend("",
				"only-there", "hello");
		await().atMost(SOON).until(() -> service.bean(ListeningToSecond.class).received.contains("hello"));
	}

	@Test
	void whatTheSecondBrokerHasLostIsCreatedAgainWhenTheServiceReconnectsToIt() {
		RunningService service = start(TwoBrokers.class, "--second.virtual-host=" + this.second);
		this.broker.control("delete_queue", "--vhost", this.second, "only-second");
		CachingConnectionFactory connectionFactory = service.bean("secondConnectionFactory",
				CachingConnectionFactory.class);
		connectionFactory.resetConnection();
		connectionFactory.createConnection();
		await().atMost(SOON).until(() -> queues(this.second).contains("only-second"));
	}

	@Test
	void twoConnectionFactoriesOfWhichNoneIsPrimaryWorkWhenOneIsNamed() {
		start(NoPrimary.class, "--second.virtual-host=" + this.second, "--groundwork.rabbitmq.queues[0].name=named",
				"--groundwork.rabbitmq.queues[0].connection-factory=secondConnectionFactory");
		assertThat(queues(this.first)).isEmpty();
		assertThat(queues(this.second)).containsExactly("named");
	}

	private RunningService start(Class<?> service, String... properties) {
		return RunningService.withoutWebServer(service,
				RunningService.concat(RunningService.concat(RunningService.rabbitMq(this.broker), properties),
						"--spring.rabbitmq.virtual-host=" + this.first));
	}

	private List<String> queues(String virtualHost) {
		return list("list_queues", virtualHost, "name");
	}

	private List<String> list(String command, String virtualHost, String... columns) {
		return this.broker
			.control(RunningService.concat(new String[] { command, "--quiet", "--no-table-headers", "-p", virtualHost },
					columns))
			.lines()
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SingleService {

	}

	@Configuration(proxyBeanMethods = false)
	static class ConnectionFactories {

		@Bean
		CachingConnectionFactory secondConnectionFactory(@Value("${spring.rabbitmq.port}") int port,
				@Value("${second.virtual-host}") String virtualHost) {
			return connectionFactory(port, virtualHost);
		}

		static CachingConnectionFactory connectionFactory(int port, String virtualHost) {
			CachingConnectionFactory connectionFactory = new CachingConnectionFactory("localhost", port);
			connectionFactory.setVirtualHost(virtualHost);
			return connectionFactory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = RabbitAutoConfiguration.class)
	static class NoPrimary extends ConnectionFactories {

		@Bean
		CachingConnectionFactory firstConnectionFactory(@Value("${spring.rabbitmq.port}") int port,
				@Value("${spring.rabbitmq.virtual-host}") String virtualHost) {
			return connectionFactory(port, virtualHost);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryAndSecond extends ConnectionFactories {

		@Bean
		@Primary
		CachingConnectionFactory firstConnectionFactory(@Value("${spring.rabbitmq.port}") int port,
				@Value("${spring.rabbitmq.virtual-host}") String virtualHost) {
			return connectionFactory(port, virtualHost);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class TwoBrokers extends PrimaryAndSecond {

		@Bean
		RabbitAdmin firstAdmin(CachingConnectionFactory firstConnectionFactory) {
			return new RabbitAdmin(firstConnectionFactory);
		}

		@Bean
		RabbitAdmin secondAdmin(@Qualifier("secondConnectionFactory") CachingConnectionFactory connectionFactory) {
			return new RabbitAdmin(connectionFactory);
		}

		@Bean
		Queue everywhere() {
			return new Queue("everywhere");
		}

		@Bean
		Queue onlyFirst(RabbitAdmin firstAdmin) {
			Queue queue = new Queue("only-first");
			queue.setAdminsThatShouldDeclare(firstAdmin);
			return queue;
		}

		@Bean
		Queue onlySecond() {
			Queue queue = new Queue("only-second");
			queue.setAdminsThatShouldDeclare("secondAdmin");
			return queue;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondContainers extends PrimaryAndSecond {

		@Bean
		SimpleRabbitListenerContainerFactory secondContainerFactory(
				@Qualifier("secondConnectionFactory") CachingConnectionFactory connectionFactory) {
			SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
			factory.setConnectionFactory(connectionFactory);
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SecondContainers.class)
	static class ListeningToSecond {

		final List<String> received = new CopyOnWriteArrayList<>();

		@RabbitListener(queues = "only-there", containerFactory = "secondContainerFactory")
		void receive(String message) {
			this.received.add(message);
		}

	}

}
