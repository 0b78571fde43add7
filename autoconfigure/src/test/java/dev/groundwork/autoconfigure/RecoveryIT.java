package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.readiness.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests of what happens after a connection was lost, with a RabbitMQ of their
 * own that is killed and frozen.
 */
@Timeout(240)
class RecoveryIT {

	private static final String QUEUE = "recovery.work";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@RegisterExtension
	final LocalInfrastructureExtension infrastructure = new LocalInfrastructureExtension();

	private LocalRabbitMq broker;

	private CachingConnectionFactory outside;

	private ConfigurableApplicationContext context;

	private final Set<String> confirmed = new LinkedHashSet<>();

	@BeforeEach
	void start() {
		this.broker = this.infrastructure.rabbitMq();
		this.outside = new CachingConnectionFactory("localhost", this.broker.getPort());
		this.outside.setUsername(this.broker.getUsername());
		this.outside.setPassword(this.broker.getPassword());
		this.outside.setPublisherConfirmType(ConfirmType.SIMPLE);
		this.outside.getRabbitConnectionFactory().setRequestedHeartbeat(2);
		this.outside.getRabbitConnectionFactory().setChannelRpcTimeout(3000);
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run("--spring.rabbitmq.port=" + this.broker.getPort(),
					"--spring.rabbitmq.username=" + this.broker.getUsername(),
					"--spring.rabbitmq.password=" + this.broker.getPassword(),
					"--spring.rabbitmq.channel-rpc-timeout=5s", "--spring.rabbitmq.requested-heartbeat=2s",
					"--groundwork.elasticsearch.enabled=false", "--groundwork.rabbitmq.recovery.jitter=500ms",
					"--groundwork.rabbitmq.recovery.ramp-up=4s");
		await().atMost(PATIENCE).until(this.context.getBean(Readiness.class)::isReady);
		await().atMost(PATIENCE).until(() -> consumers() == 6);
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.outside.destroy();
	}

	@Test
	void afterAKillListenersBeginWithOneConsumerAndNothingIsLost() {
		publish(100);
		this.broker.kill();
		await().atMost(PATIENCE).until(() -> concurrency().equals("1"));
		this.broker.start();
		List<Integer> seen = consumersUntilAllAreThere();
		assertThat(seen).startsWith(1).endsWith(6).isSorted().hasSizeGreaterThan(3);
		publish(100);
		awaitAllReceived();
		assertThat(concurrency()).isEqualTo("6");
	}

	@Test
	void afterAFreezeListenersBeginWithOneConsumerAndNothingIsLost() {
		publish(100);
		this.broker.freeze();
		await().atMost(PATIENCE).until(() -> concurrency().equals("1"));
		this.broker.resume();
		List<Integer> seen = consumersUntilAllAreThere();
		assertThat(seen).endsWith(6).hasSizeGreaterThan(3);
		publish(100);
		awaitAllReceived();
		assertThat(concurrency()).isEqualTo("6");
	}

	@Test
	void brokerThatIsLostAgainInTheMiddleLeavesWhatTheApplicationHasSet() {
		this.broker.kill();
		await().atMost(PATIENCE).until(() -> concurrency().equals("1"));
		this.broker.start();
		await().atMost(PATIENCE).until(() -> consumers() > 1);
		this.broker.kill();
		await().atMost(PATIENCE).until(() -> concurrency().equals("1"));
		this.broker.start();
		assertThat(consumersUntilAllAreThere()).endsWith(6);
		publish(50);
		awaitAllReceived();
		assertThat(concurrency()).isEqualTo("6");
	}

	@Test
	void closeInTheMiddleLeavesWhatTheApplicationHasSet() {
		SimpleMessageListenerContainer container = container();
		this.broker.kill();
		await().atMost(PATIENCE).until(() -> concurrency(container).equals("1"));
		this.context.close();
		await().atMost(PATIENCE).until(() -> concurrency(container).equals("6"));
	}

	@Test
	void brokerThatHasLostItsObjectsIsNotFineBeforeTheyAreThereAgain() {
		ReconnectProvisioning reconnect = this.context.getBean(ReconnectProvisioning.class);
		AbstractConnectionFactory factory = this.context.getBean(AbstractConnectionFactory.class);
		assertThat(reconnect.check(factory)).isEmpty();
		List<Diagnosis> seen = new CopyOnWriteArrayList<>();
		this.broker.control("delete_vhost", "/");
		await().atMost(PATIENCE).until(() -> concurrency().equals("1"));
		this.broker.addVhost("/");
		await().atMost(PATIENCE).pollInterval(20, TimeUnit.MILLISECONDS).until(() -> {
			seen.addAll(reconnect.check(factory));
			return consumers() == 6;
		});
		assertThat(seen).isNotEmpty()
			.allSatisfy((diagnosis) -> assertThat(diagnosis.kind()).isEqualTo(FailureKind.BLOCKED));
		assertThat(reconnect.check(factory)).isEmpty();
		publish(10);
		awaitAllReceived();
	}

	private void publish(int count) {
		RabbitTemplate template = new RabbitTemplate(this.outside);
		for (int i = 0; i < count; i++) {
			String message = "message-" + this.confirmed.size();
			await().atMost(PATIENCE)
				.pollDelay(Duration.ZERO)
				.ignoreExceptions()
				.until(() -> template.invoke((operations) -> {
					operations.convertAndSend("", QUEUE, message, (prepared) -> {
						prepared.getMessageProperties().setDeliveryMode(MessageDeliveryMode.PERSISTENT);
						return prepared;
					});
					return operations.waitForConfirms(3000);
				}));
			this.confirmed.add(message);
		}
	}

	private void awaitAllReceived() {
		Application application = this.context.getBean(Application.class);
		await().atMost(PATIENCE).until(() -> application.received.containsAll(this.confirmed));
	}

	/**
	 * Look at the number of consumers until all are there.
	 * @return each number that was seen, when it changed
	 */
	private List<Integer> consumersUntilAllAreThere() {
		List<Integer> seen = new CopyOnWriteArrayList<>();
		await().atMost(PATIENCE).pollInterval(50, TimeUnit.MILLISECONDS).until(() -> {
			int now = consumers();
			if (now > 0 && (seen.isEmpty() || seen.get(seen.size() - 1) != now)) {
				seen.add(now);
			}
			return now == 6;
		});
		return seen;
	}

	private int consumers() {
		try {
			Properties properties = new RabbitAdmin(this.outside).getQueueProperties(QUEUE);
			return (properties != null) ? (Integer) properties.get(RabbitAdmin.QUEUE_CONSUMER_COUNT) : 0;
		}
		catch (AmqpException ex) {
			return 0;
		}
	}

	private String concurrency() {
		return concurrency(container());
	}

	private static String concurrency(SimpleMessageListenerContainer container) {
		return Objects.toString(new DirectFieldAccessor(container).getPropertyValue("concurrentConsumers"));
	}

	private SimpleMessageListenerContainer container() {
		return (SimpleMessageListenerContainer) this.context.getBean(RabbitListenerEndpointRegistry.class)
			.getListenerContainers()
			.iterator()
			.next();
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

		final Set<String> received = ConcurrentHashMap.newKeySet();

		@RabbitListener(queues = QUEUE, concurrency = "6")
		void on(String message) {
			this.received.add(message);
		}

		@Bean
		Queue work() {
			return new Queue(QUEUE);
		}

	}

}
