package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.Provisioning;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.config.RetryInterceptorBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.rabbit.retry.RepublishMessageRecoverer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for the {@link RetryLadderRecoverer} with a real RabbitMQ.
 */
@Timeout(120)
class RetryLadderIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final RetryLadder LADDER = new RetryLadder("orders",
			List.of(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(600)), true, true);

	private static final String PARKING_LOT = "orders.parking-lot";

	private static final int CONSUMERS = 4;

	private static final Duration REST = Duration.ofMillis(100);

	private final BlockingQueue<Message> deliveries = new LinkedBlockingQueue<>();

	private LocalRabbitMq broker;

	private CachingConnectionFactory connectionFactory;

	private RabbitTemplate template;

	private @Nullable SimpleMessageListenerContainer container;

	@BeforeEach
	void createVirtualHost(TestInfo test) {
		this.broker = infrastructure.rabbitMq();
		String virtualHost = "ladder-" + test.getDisplayName();
		this.broker.addVhost(virtualHost);
		this.connectionFactory = new CachingConnectionFactory("localhost", this.broker.getPort());
		this.connectionFactory.setUsername(this.broker.getUsername());
		this.connectionFactory.setPassword(this.broker.getPassword());
		this.connectionFactory.setVirtualHost(virtualHost);
		this.template = new RabbitTemplate(this.connectionFactory);
	}

	@AfterEach
	void closeConnections() {
		if (this.container != null) {
			this.container.stop();
		}
		this.connectionFactory.destroy();
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "classic", "quorum" })
	void failedMessageWaitsOnEachRungInOrderAndEndsInTheParkingLot(String type) throws Exception {
		provision(type, LADDER);
		listen(LADDER, (message) -> {
			throw new IllegalStateException("cannot be handled");
		});
		this.template.send("", "orders", MessageBuilder.withBody(bytes("one")).setHeader("tenant", "blue").build());
		Message parked = parked();
		assertThat(this.deliveries).hasSize(4);
		assertThat(this.deliveries.stream().map(RetryLadderIT::lastWaitedIn)).containsExactly("none",
				"orders.retry.200ms", "orders.retry.400ms", "orders.retry.600ms");
		assertThat(parked.getBody()).isEqualTo(bytes("one"));
		assertThat(parked.getMessageProperties().getReceivedDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
		assertThat(parked.getMessageProperties().getHeaders()).containsEntry("tenant", "blue")
			.containsEntry(RetriedMessage.ATTEMPTS, 4)
			.containsEntry(RepublishMessageRecoverer.X_ORIGINAL_ROUTING_KEY, "orders")
			.hasEntrySatisfying(RepublishMessageRecoverer.X_EXCEPTION_MESSAGE,
					(text) -> assertThat(text.toString()).contains("cannot be handled"))
			.doesNotContainKey(RetriedMessage.RETRIES);
	}

	@Test
	void messageThatSucceedsIsNotTriedAgain() throws Exception {
		provision("classic", LADDER);
		listen(LADDER, (message) -> {
			if (this.deliveries.size() < 2) {
				throw new IllegalStateException("not yet");
			}
		});
		this.template.convertAndSend("", "orders", "one");
		await().until(() -> this.deliveries.size() == 2);
		await().until(() -> queueSizes().values().stream().allMatch((size) -> size == 0));
		assertThat(this.deliveries).hasSize(2);
	}

	@Test
	void rejectedMessageIsMovedToTheParkingLotByTheBroker() throws Exception {
		provision("quorum", LADDER);
		this.template.convertAndSend("", "orders", "one");
		await().until(() -> Boolean.TRUE.equals(this.template.execute(RetryLadderIT::reject)));
		assertThat(parked().getBody()).isEqualTo(bytes("one"));
	}

	@Test
	void messageThatCannotBeMovedEndsInTheParkingLot() throws Exception {
		provision("classic", LADDER);
		this.broker.control("delete_queue", "--vhost", this.connectionFactory.getVirtualHost(), "orders.retry.200ms");
		listen(LADDER, (message) -> {
			throw new IllegalStateException("cannot be handled");
		});
		this.template.convertAndSend("", "orders", "one");
		assertThat(parked().getBody()).isEqualTo(bytes("one"));
		assertThat(this.deliveries).hasSize(1);
	}

	@Test
	void messageThatTheBrokerRefusesToTakeIsPutBackWhereNothingElseKeepsIt() throws Exception {
		RetryLadder external = new RetryLadder("orders", List.of(Duration.ofMillis(200)), true, false);
		apply(new QueueResource("orders", true, Map.of()), new QueueResource("orders.retry.200ms", true,
				Map.of("x-max-length", 0, "x-overflow", "reject-publish")));
		listen(external, (message) -> {
			throw new IllegalStateException("cannot be handled");
		});
		this.template.convertAndSend("", "orders", "one");
		await().until(() -> this.deliveries.size() > 3 * CONSUMERS);
		stop();
		assertThat(queueSizes()).containsEntry("orders", 1);
		assertThat(this.deliveries.stream().map((message) -> message.getMessageProperties().getConsumerTag()))
			.as("no consumer was started again")
			.hasSizeGreaterThan(3 * CONSUMERS)
			.satisfies((tags) -> assertThat(new HashSet<>(tags)).hasSizeLessThanOrEqualTo(CONSUMERS));
	}

	@Test
	void noMessageIsLostOrDoubledOnTheWay() throws Exception {
		provision("quorum", LADDER);
		listen(LADDER, (message) -> {
			throw new IllegalStateException("cannot be handled");
		});
		int messages = 200;
		IntStream.range(0, messages).forEach((i) -> this.template.convertAndSend("", "orders", "message " + i));
		await().atMost(Duration.ofSeconds(40)).until(() -> queueSizes().getOrDefault(PARKING_LOT, 0) == messages);
		assertThat(this.deliveries).hasSize(messages * 4);
		List<String> bodies = IntStream.range(0, messages).mapToObj((i) -> text(parked())).toList();
		assertThat(bodies).doesNotHaveDuplicates().hasSize(messages);
	}

	private static boolean reject(Channel channel) throws IOException {
		GetResponse message = channel.basicGet("orders", false);
		if (message == null) {
			return false;
		}
		channel.basicReject(message.getEnvelope().getDeliveryTag(), false);
		return true;
	}

	private void provision(String type, RetryLadder ladder) throws InterruptedException {
		List<Resource> resources = new ArrayList<>(ladder.queues(type, true));
		resources.add(new QueueResource("orders", true, Map.of("x-queue-type", type, "x-dead-letter-exchange", "",
				"x-dead-letter-routing-key", ladder.parkingLotQueue())));
		apply(resources.toArray(Resource[]::new));
	}

	private void apply(Resource... resources) throws InterruptedException {
		Provisioner provisioner = RabbitMqBackEnd.provisioner(this.connectionFactory, "tests/groundwork",
				() -> List.of(resources).stream().map((resource) -> new Declaration(resource, "a test")).toList());
		new Provisioning(provisioner, ProvisioningMode.APPLY).run(provisioner.resolveDesiredState(), (diagnosis) -> {
		});
	}

	private void listen(RetryLadder ladder, MessageListener listener) {
		SimpleMessageListenerContainer listening = new SimpleMessageListenerContainer(this.connectionFactory);
		listening.setQueueNames(ladder.queue());
		listening.setConcurrentConsumers(CONSUMERS);
		listening.setMessageListener((MessageListener) (message) -> {
			this.deliveries.add(message);
			listener.onMessage(message);
		});
		listening.setAdviceChain(RetryInterceptorBuilder.stateless()
			.maxRetries(0)
			.recoverer(new RetryLadderRecoverer(Map.of(this.connectionFactory, List.of(ladder)), REST))
			.build());
		listening.afterPropertiesSet();
		listening.start();
		this.container = listening;
	}

	private void stop() {
		if (this.container != null) {
			this.container.stop();
		}
	}

	private Message parked() {
		Message message = this.template.receive(PARKING_LOT, 15_000);
		assertThat(message).isNotNull();
		return message;
	}

	private Map<String, Integer> queueSizes() {
		return this.broker
			.control("list_queues", "--quiet", "--no-table-headers", "-p", this.connectionFactory.getVirtualHost(),
					"name", "messages")
			.lines()
			.map((line) -> line.split("\t"))
			.collect(Collectors.toMap((columns) -> columns[0], (columns) -> Integer.parseInt(columns[1])));
	}

	private static String lastWaitedIn(Message message) {
		MessageProperties properties = message.getMessageProperties();
		List<Map<String, ?>> deaths = properties.getXDeathHeader();
		return (deaths != null) ? String.valueOf(deaths.get(0).get("queue")) : "none";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(Message message) {
		return new String(message.getBody(), StandardCharsets.UTF_8);
	}

}
