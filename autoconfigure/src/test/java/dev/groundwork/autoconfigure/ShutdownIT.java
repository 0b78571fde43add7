package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests of the end of an application with a real RabbitMQ and a real web
 * server.
 */
@Timeout(120)
class ShutdownIT {

	private static final String QUEUE = "shutdown.work";

	private static final String SPARE = "shutdown.spare";

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private final HttpClient client = HttpClient.newHttpClient();

	private CachingConnectionFactory outside;

	private RabbitTemplate publisher;

	private ConfigurableApplicationContext context;

	@BeforeEach
	void start() {
		LocalRabbitMq broker = infrastructure.rabbitMq();
		this.outside = new CachingConnectionFactory("localhost", broker.getPort());
		this.outside.setUsername(broker.getUsername());
		this.outside.setPassword(broker.getPassword());
		this.publisher = new RabbitTemplate(this.outside);
		this.context = new SpringApplicationBuilder(Application.class).run("--server.port=0",
				"--server.address=127.0.0.1", "--spring.rabbitmq.port=" + broker.getPort(),
				"--spring.rabbitmq.username=" + broker.getUsername(),
				"--spring.rabbitmq.password=" + broker.getPassword(), "--spring.rabbitmq.channel-rpc-timeout=10s",
				"--groundwork.elasticsearch.enabled=false", "--groundwork.shutdown.drain-period=3s",
				"--management.endpoint.health.probes.enabled=true");
		await().atMost(Duration.ofSeconds(30)).until(this.context.getBean(Readiness.class)::isReady);
		await().atMost(Duration.ofSeconds(10)).until(() -> status("/actuator/health/readiness") == 200);
	}

	@AfterEach
	void stop() {
		this.context.close();
		RabbitAdmin admin = new RabbitAdmin(this.outside);
		admin.deleteQueue(QUEUE);
		admin.deleteQueue(SPARE);
		this.outside.destroy();
	}

	@Test
	void requestsAndMessagesAreServedWhileReadinessSaysNoAndNothingIsLost() {
		Application application = this.context.getBean(Application.class);
		MessageListenerContainer container = container();
		StopProbe probe = this.context.getBean(StopProbe.class);
		probe.container = container;
		probe.answers = () -> status("/hello");
		Readiness readiness = this.context.getBean(Readiness.class);
		CompletableFuture<Void> closed = close();
		await().atMost(Duration.ofSeconds(2)).until(() -> status("/actuator/health/readiness") == 503);
		Set<String> published = new HashSet<>();
		for (int number = 0; number < 200; number++) {
			published.add("during-" + number);
			this.publisher.convertAndSend(QUEUE, "during-" + number);
		}
		assertThat(container.isRunning()).isTrue();
		assertThat(status("/hello")).isEqualTo(200);
		await().atMost(Duration.ofSeconds(2)).until(() -> !application.received.isEmpty());
		assertThat(closed).isNotDone();
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> {
			String late = "late-" + published.size();
			published.add(late);
			this.publisher.convertAndSend(QUEUE, late);
			assertThat(readiness.snapshot().state()).isEqualTo(ReadinessState.STOPPING);
			return closed.isDone();
		});
		assertThat(probe.seen).containsExactly("listeners stopped, web server answers with 200");
		Set<String> accounted = new HashSet<>(application.received);
		for (Message left = this.publisher.receive(QUEUE); left != null; left = this.publisher.receive(QUEUE)) {
			accounted.add(new String(left.getBody(), StandardCharsets.UTF_8));
		}
		assertThat(accounted).containsAll(published);
	}

	@Test
	void connectionThatComesBackDuringTheDrainStartsNothing() {
		RabbitAdmin admin = new RabbitAdmin(this.outside);
		CompletableFuture<Void> closed = close();
		await().atMost(Duration.ofSeconds(2)).until(() -> status("/actuator/health/readiness") == 503);
		admin.deleteQueue(SPARE);
		this.context.getBean(CachingConnectionFactory.class).resetConnection();
		this.context.getBean(RabbitTemplate.class).convertAndSend(QUEUE, "on a new connection");
		await().atMost(Duration.ofSeconds(15)).until(closed::isDone);
		assertThat(admin.getQueueInfo(SPARE)).isNull();
	}

	@Test
	void webSocketClientsAreToldThatTheServerGoesAway() {
		CompletableFuture<Integer> closeCode = new CompletableFuture<>();
		this.client.newWebSocketBuilder()
			.buildAsync(URI.create("ws://127.0.0.1:" + port() + "/socket"), new WebSocket.Listener() {

				@Override
				public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
					closeCode.complete(code);
					return null;
				}

			})
			.join();
		CompletableFuture<Void> closed = close();
		await().atMost(Duration.ofSeconds(2)).until(() -> status("/actuator/health/readiness") == 503);
		assertThat(closeCode).isNotDone();
		assertThat(closeCode).succeedsWithin(Duration.ofSeconds(15)).isEqualTo(1001);
		assertThat(closed).succeedsWithin(Duration.ofSeconds(15));
	}

	private CompletableFuture<Void> close() {
		CompletableFuture<Void> closed = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			this.context.close();
			closed.complete(null);
		}, "termination");
		thread.start();
		return closed;
	}

	private MessageListenerContainer container() {
		return this.context.getBean(RabbitListenerEndpointRegistry.class).getListenerContainers().iterator().next();
	}

	private int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private int status(String path) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
				.timeout(Duration.ofSeconds(5))
				.build();
			return this.client.send(request, BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return -1;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return -1;
		}
	}

	@EnableWebSocket
	@EnableAutoConfiguration
	@RestController
	@Configuration(proxyBeanMethods = false)
	static class Application implements WebSocketConfigurer {

		final Set<String> received = ConcurrentHashMap.newKeySet();

		@RabbitListener(queues = QUEUE)
		void on(String message) {
			this.received.add(message);
		}

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new AbstractWebSocketHandler() {
			}, "/socket");
		}

		@Bean
		Queue work() {
			return new Queue(QUEUE);
		}

		@Bean
		Queue spare() {
			return new Queue(SPARE);
		}

		@Bean
		StopProbe stopProbe() {
			return new StopProbe();
		}

	}

	/**
	 * Looks, when it is stopped between the listeners and the web server, what still
	 * runs.
	 */
	static final class StopProbe implements SmartLifecycle {

		final List<String> seen = new CopyOnWriteArrayList<>();

		volatile @Nullable MessageListenerContainer container;

		volatile IntSupplier answers = () -> 0;

		private volatile boolean running;

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
			MessageListenerContainer watched = this.container;
			if (watched != null) {
				this.seen.add("listeners %s, web server answers with %d"
					.formatted(watched.isRunning() ? "run" : "stopped", this.answers.getAsInt()));
			}
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return SmartLifecycle.DEFAULT_PHASE - 900;
		}

	}

}
