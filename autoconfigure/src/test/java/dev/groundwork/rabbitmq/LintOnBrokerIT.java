package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.plan.Lint;
import dev.groundwork.plan.LintFinding;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.resource.Declaration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests that hold the lint rules against a real RabbitMQ: it refuses what an
 * error says that it refuses, and accepts what there is only a warning about.
 */
@Timeout(120)
class LintOnBrokerIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	/**
	 * Arguments that RabbitMQ 3.10 does not know yet, so that it accepts them anywhere.
	 */
	private static final Set<String> NEWER = Set.of("x-consumer-timeout", "x-quorum-target-group-size",
			"x-delayed-retry-type", "x-delayed-retry-min", "x-delayed-retry-max", "x-stream-filter-size-bytes");

	private static final ConnectionFactory connectionFactory = new ConnectionFactory();

	private Connection connection;

	@BeforeAll
	static void createVirtualHost() {
		LocalRabbitMq broker = infrastructure.rabbitMq();
		broker.addVhost("lint");
		connectionFactory.setPort(broker.getPort());
		connectionFactory.setVirtualHost("lint");
		connectionFactory.setAutomaticRecoveryEnabled(false);
		connectionFactory.setExceptionHandler(new QuietExceptionHandler());
	}

	@BeforeEach
	void connect() throws IOException, TimeoutException {
		this.connection = connectionFactory.newConnection("tests");
	}

	@AfterEach
	void disconnect() throws IOException {
		if (this.connection.isOpen()) {
			this.connection.close();
		}
	}

	static Stream<Declaration> refused() {
		return Stream.of(Declarations.queue("amq.mine"), Declarations.exchange("amq.mine", "topic"),
				Declarations.queue("q".repeat(256)), Declarations.exchange("e".repeat(256), "topic"),
				Declarations.own(new QueueResource("transient-quorum", false, Map.of("x-queue-type", "quorum"))),
				Declarations.own(new QueueResource("transient-stream", false, Map.of("x-queue-type", "stream"))),
				Declarations.queue("key", Map.of("x-dead-letter-routing-key", "k")),
				Declarations.queue("ttl", Map.of("x-message-ttl", "60000")),
				Declarations.queue("expires", Map.of("x-expires", 0)),
				Declarations.queue("negative", Map.of("x-message-ttl", -1)),
				Declarations.queue("length", Map.of("x-max-length", -1)),
				Declarations.queue("bytes", Map.of("x-max-length-bytes", -1)),
				Declarations.queue("priority", Map.of("x-queue-type", "classic", "x-max-priority", 256)),
				Declarations.queue("overflow", Map.of("x-overflow", "drop-tail")),
				Declarations.queue("mode", Map.of("x-queue-type", "classic", "x-queue-mode", "hasty")),
				Declarations.queue("locator", Map.of("x-queue-type", "quorum", "x-queue-leader-locator", "nearest")),
				Declarations.queue("group", Map.of("x-queue-type", "quorum", "x-quorum-initial-group-size", 0)),
				Declarations.queue("strategy", Map.of("x-queue-type", "quorum", "x-dead-letter-strategy", "always")),
				Declarations.queue("age", Map.of("x-queue-type", "stream", "x-max-age", "7")),
				Declarations.exchange("alternate", "topic", Map.of("alternate-exchange", 5)),
				Declarations.binding("amq.headers", "there", "", Map.of("x-match", "some")),
				Declarations.binding("nowhere", "there", "k"), Declarations.binding("amq.topic", "nowhere", "k"),
				Declarations.exchangeBinding("amq.topic", "nowhere", "#"));
	}

	@ParameterizedTest
	@MethodSource
	void refused(Declaration declaration) throws IOException, TimeoutException {
		assertThat(isAccepted(Declarations.queue("there"))).isTrue();
		assertThat(lint(declaration)).extracting(LintFinding::severity).contains(LintSeverity.ERROR);
		assertThat(isAccepted(declaration)).isFalse();
	}

	static Stream<Declaration> accepted() {
		return Stream.of(Declarations.own(new QueueResource("transient", false, Map.of())),
				Declarations.queue("overflow", Map.of("x-queue-type", "quorum", "x-overflow", "reject-publish-dlx")),
				Declarations.queue("once", Map.of("x-queue-type", "quorum", "x-dead-letter-strategy", "at-least-once")),
				Declarations.queue("expires", Map.of("x-expires", 60_000, "x-dead-letter-exchange", "amq.topic")),
				Declarations.queue("dead", Map.of("x-dead-letter-exchange", "amq.topic")),
				Declarations.queue("self", Map.of("x-dead-letter-exchange", "")),
				Declarations.queue("self-ttl", Map.of("x-dead-letter-exchange", "", "x-message-ttl", 60_000)),
				Declarations.exchange("alternate", "topic", Map.of("alternate-exchange", "amq.fanout")),
				Declarations.binding("amq.headers", "there", "", Map.of("kind", "a")),
				Declarations.binding("amq.fanout", "there", "k"));
	}

	@ParameterizedTest
	@MethodSource
	void accepted(Declaration declaration) throws IOException, TimeoutException {
		assertThat(isAccepted(Declarations.queue("there"))).isTrue();
		assertThat(lint(declaration, Declarations.queue("there"))).extracting(LintFinding::severity)
			.isNotEmpty()
			.containsOnly(LintSeverity.WARNING);
		assertThat(isAccepted(declaration)).isTrue();
	}

	@Test
	void whatSilentlyLosesMessagesIsAcceptedSoOnlyTheRuleTells() throws IOException, TimeoutException {
		assertThat(isAccepted(Declarations.queue("lossy", Map.of("x-dead-letter-exchange", "nowhere")))).isTrue();
		assertThat(isAccepted(Declarations.exchange("lossy", "topic", Map.of("alternate-exchange", "nowhere"))))
			.isTrue();
	}

	@Test
	void everyArgumentThatATypeOfQueueLacksIsRefused() throws IOException, TimeoutException {
		Set<String> accepted = new TreeSet<>();
		for (String type : List.of(KnownArguments.CLASSIC, KnownArguments.QUORUM, KnownArguments.STREAM)) {
			for (KnownArgument argument : queueArguments()) {
				if (!argument.queueTypes().contains(type)) {
					Declaration queue = Declarations.queue("%s-%s".formatted(type, argument.name()),
							Map.of("x-queue-type", type, argument.name(), validValue(argument)));
					assertThat(lint(queue)).extracting(LintFinding::rule).contains(type + "-illegal");
					if (isAccepted(queue)) {
						accepted.add(argument.name());
					}
				}
			}
		}
		assertThat(NEWER).containsAll(accepted);
	}

	@Test
	void everyArgumentThatATypeOfQueueTakesIsAccepted() throws IOException, TimeoutException {
		Set<String> refused = new TreeSet<>();
		for (KnownArgument argument : queueArguments()) {
			for (String type : argument.queueTypes()) {
				Map<String, Object> arguments = new HashMap<>(Map.of("x-dead-letter-exchange", "amq.topic"));
				arguments.put("x-queue-type", type);
				arguments.put(argument.name(), validValue(argument));
				if (type.equals(KnownArguments.STREAM)) {
					arguments.remove("x-dead-letter-exchange");
				}
				if (!isAccepted(Declarations.queue("%s-%s".formatted(type, argument.name()), arguments))) {
					refused.add(argument.name());
				}
			}
		}
		// Classic queues take it only from later versions on
		assertThat(Set.of("x-queue-leader-locator")).containsAll(refused);
	}

	@Test
	void argumentOfAnotherTypeIsRefused() throws IOException, TimeoutException {
		Set<String> accepted = new TreeSet<>();
		for (KnownArgument argument : queueArguments()) {
			String type = argument.queueTypes().stream().sorted().findFirst().orElseThrow();
			Object wrong = (argument.type() == ArgumentType.STRING) ? 5 : validValue(argument).toString();
			Map<String, Object> arguments = new HashMap<>(Map.of("x-queue-type", type));
			arguments.put(argument.name(), wrong);
			Declaration queue = Declarations.queue("wrong-" + argument.name(), arguments);
			assertThat(lint(queue)).extracting(LintFinding::rule).contains("argument-type");
			if (isAccepted(queue)) {
				accepted.add(argument.name());
			}
		}
		accepted.removeAll(NEWER);
		// It accepts a text there, and does not limit anything then
		assertThat(Set.of("x-delivery-limit")).containsAll(accepted);
	}

	@Test
	void deadLettersAreNotSavedFromAQueueThatExpires() throws IOException {
		Channel channel = this.connection.createChannel();
		channel.exchangeDeclare("dlx", BuiltinExchangeType.FANOUT);
		channel.queueDeclare("saved", true, false, false, null);
		channel.queueBind("saved", "dlx", "");
		channel.queueDeclare("expiring", true, false, false, Map.of("x-expires", 300, "x-dead-letter-exchange", "dlx"));
		channel.basicPublish("", "expiring", null, new byte[] { 1 });
		// Looking for a queue counts as use
		await().atMost(10, TimeUnit.SECONDS).pollInterval(1, TimeUnit.SECONDS).until(() -> !exists("expiring"));
		assertThat(channel.messageCount("saved")).isZero();
	}

	@Test
	void messageThatGoesRoundByExpiryIsDropped() throws IOException {
		Channel channel = this.connection.createChannel();
		Map<String, Object> arguments = Map.of("x-message-ttl", 50, "x-dead-letter-exchange", "",
				"x-dead-letter-routing-key", "a");
		channel.queueDeclare("a", true, false, false, arguments);
		channel.basicPublish("", "a", null, new byte[] { 1 });
		await().atMost(10, TimeUnit.SECONDS).until(() -> channel.messageCount("a") == 0);
	}

	private boolean exists(String queue) throws IOException {
		try {
			this.connection.createChannel().queueDeclarePassive(queue);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static List<KnownArgument> queueArguments() {
		return KnownArguments.all()
			.stream()
			.filter((argument) -> argument.kind().equals(QueueResource.KIND) && !argument.name().equals("x-queue-type"))
			.toList();
	}

	private static Object validValue(KnownArgument argument) {
		return switch (argument.type()) {
			case INTEGER -> argument.name().equals("x-queue-version") ? 1 : 5;
			case BOOLEAN -> true;
			case STRING -> Map
				.of("x-overflow", "drop-head", "x-dead-letter-exchange", "amq.topic", "x-dead-letter-strategy",
						"at-most-once", "x-queue-leader-locator", "client-local", "x-queue-master-locator",
						"client-local", "x-queue-mode", "default", "x-max-age", "7D")
				.getOrDefault(argument.name(), "any");
		};
	}

	// Some arguments of a wrong type cost the whole connection
	private boolean isAccepted(Declaration declaration) throws IOException, TimeoutException {
		if (!this.connection.isOpen()) {
			connect();
		}
		try {
			return new ChannelLane(this.connection.createChannel())
				.declare(List.of(Declare.actively(declaration))) == null;
		}
		catch (IllegalArgumentException | IOException | ShutdownSignalException ex) {
			return false;
		}
	}

	private static List<LintFinding> lint(Declaration... declarations) {
		return new Lint(RabbitMqLintRules.all(), Map.of()).check(Declarations.desired(declarations));
	}

}
