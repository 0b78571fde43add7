package dev.groundwork.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.groundwork.autoconfigure.GroundworkLaid;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.readiness.ReadinessGate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.event.EventListener;
import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;
import org.springframework.data.elasticsearch.repository.config.EnableElasticsearchRepositories;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for the start of a service against real servers that are there, come
 * late, hang or refuse.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class ServiceStartIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Duration SOON = Duration.ofSeconds(30);

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	@AfterEach
	void close() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
	}

	@Test
	void serviceWithARepositoryStartsWithoutElasticsearchAndIsReadyByItselfWhenItComes() {
		LocalElasticsearch late = infrastructure.newElasticsearch();
		ConfigurableApplicationContext service = web(RepositoryService.class, elasticsearch(late));
		assertThat(status(service, "liveness")).isEqualTo(200);
		assertThat(status(service, "readiness")).isEqualTo(503);
		assertThat(body(service, "/actuator/health/readiness")).contains("connection refused");
		late.start();
		await().atMost(SOON).until(() -> status(service, "readiness") == 200);
		assertThat(service.getBean(NoteService.class).save("found")).isEqualTo(1);
	}

	@Test
	void serviceWithARepositoryStartsWhileElasticsearchHangs() {
		LocalElasticsearch frozen = infrastructure.newElasticsearch();
		frozen.start();
		frozen.freeze();
		ConfigurableApplicationContext service = web(RepositoryService.class, elasticsearch(frozen));
		assertThat(status(service, "liveness")).isEqualTo(200);
		assertThat(status(service, "readiness")).isEqualTo(503);
		frozen.resume();
		await().atMost(SOON).until(() -> status(service, "readiness") == 200);
	}

	@Test
	void listenersAreHeldBackUntilTheBrokerComesAndTheirQueueIsVerified(CapturedOutput output) {
		LocalRabbitMq late = infrastructure.newRabbitMq();
		ConfigurableApplicationContext service = web(ListenerService.class, rabbitMq(late));
		assertThat(status(service, "liveness")).isEqualTo(200);
		assertThat(status(service, "readiness")).isEqualTo(503);
		late.start();
		await().atMost(SOON).until(() -> status(service, "readiness") == 200);
		service.getBean(RabbitTemplate.class).convertAndSend("listener.events", "created", "hello");
		await().atMost(SOON).until(() -> service.getBean(ListenerService.class).received.size() == 2);
		assertThat(output).doesNotContain(" WARN ").doesNotContain(" ERROR ");
	}

	@Test
	void whatTheBrokerHasLostIsCreatedAgainWhenTheServiceReconnects() {
		LocalRabbitMq broker = infrastructure.newRabbitMq();
		broker.start();
		ConfigurableApplicationContext service = web(ListenerService.class, rabbitMq(broker));
		await().atMost(SOON).until(() -> status(service, "readiness") == 200);
		broker.control("eval", "rabbit_exchange:delete({resource, <<\"/\">>, exchange, <<\"listener.events\">>}, "
				+ "false, <<\"test\">>).");
		assertThat(broker.control("list_exchanges", "name")).doesNotContain("listener.events");
		broker.control("close_all_connections", "test");
		await().atMost(SOON)
			.until(() -> broker.control("list_bindings", "source_name", "destination_name")
				.contains("listener.events\tlistener.queue"));
	}

	@Test
	void serviceStartsWhileTheBrokerHangs() {
		LocalRabbitMq frozen = infrastructure.newRabbitMq();
		frozen.start();
		frozen.freeze();
		ConfigurableApplicationContext service = web(ListenerService.class, rabbitMq(frozen));
		assertThat(status(service, "liveness")).isEqualTo(200);
		assertThat(status(service, "readiness")).isEqualTo(503);
		frozen.resume();
		await().atMost(SOON).until(() -> status(service, "readiness") == 200);
	}

	@Test
	void readinessIsHeldBackAlsoWhereTheApplicationSetsTheMembersOfTheGroup() {
		ConfigurableApplicationContext service = web(GatedService.class,
				"--management.endpoint.health.group.readiness.include=ping");
		assertThat(status(service, "readiness")).isEqualTo(503);
		service.getBean(ReadinessGate.class).open();
		assertThat(status(service, "readiness")).isEqualTo(200);
	}

	@Test
	void readyEventIsPublishedOnceWhenTheLastGateOpens() {
		ConfigurableApplicationContext service = web(GatedService.class);
		List<GroundworkReadyEvent> events = service.getBean(GatedService.class).events;
		assertThat(events).isEmpty();
		service.getBean(ReadinessGate.class).open();
		assertThat(events).hasSize(1);
	}

	@Test
	void embeddedWebSocketEndpointIsFoundAndItsUpgradeAwaited() {
		ConfigurableApplicationContext service = web(WebSocketService.class);
		await().atMost(SOON).until(() -> status(service, "readiness") == 200);
		assertThat(body(service, "/actuator/groundwork")).contains("\"websocket-ws\"").contains("\"OPEN\"");
	}

	@Test
	void webSocketEndpointThatDoesNotExistKeepsTheServiceUnready() {
		ConfigurableApplicationContext service = web(WebSocketService.class,
				"--groundwork.websocket.endpoints[0].name=missing",
				"--groundwork.websocket.endpoints[0].path=/missing");
		await().atMost(SOON)
			.until(() -> body(service, "/actuator/health/readiness").contains("answered with 404 instead of 101"));
		assertThat(status(service, "readiness")).isEqualTo(503);
	}

	@Test
	void beanThatAsksForTheGroundworkIsCreatedAfterIt() {
		ConfigurableApplicationContext service = web(EagerService.class, rabbitMq(infrastructure.rabbitMq()));
		assertThat(service.getBean(EagerService.EagerBean.class).messages).isZero();
		await().atMost(SOON).until(() -> status(service, "readiness") == 200);
	}

	@Test
	void withoutAWebServerTheContextWaitsUntilEverythingIsThere() {
		ConfigurableApplicationContext service = start(WebApplicationType.NONE, QueueService.class,
				rabbitMq(infrastructure.rabbitMq()));
		assertThat(infrastructure.rabbitMq().control("list_queues", "name")).contains("blocking.queue");
		assertThat(service.isActive()).isTrue();
	}

	@Test
	void withoutAWebServerADriftEndsTheStartWithItsDiagnosis() {
		infrastructure.rabbitMq().addVhost("drift");
		String[] properties = concat(rabbitMq(infrastructure.rabbitMq()), "--spring.rabbitmq.virtual-host=drift");
		start(WebApplicationType.NONE, QueueService.class, properties);
		DiagnosedException failure = failureOf(
				() -> start(WebApplicationType.NONE, DriftedQueueService.class, properties));
		assertThat(failure).hasMessageContaining("queue 'blocking.queue'");
		assertThat(failure.getDiagnoses().get(0).evidence()).isEqualTo("x-max-length: expected '7', found none");
	}

	@Test
	void deadlineThatIsToFailEndsTheStart() {
		LocalRabbitMq absent = infrastructure.newRabbitMq();
		DiagnosedException failure = failureOf(() -> start(WebApplicationType.NONE, QueueService.class,
				concat(rabbitMq(absent), "--groundwork.startup.deadline=1s", "--groundwork.startup.on-deadline=fail")));
		assertThat(failure.getDiagnoses().get(0).summary()).contains("rabbitmq").contains("connection refused");
	}

	private static DiagnosedException failureOf(ThrowingCallable start) {
		ApplicationContextException failure = catchThrowableOfType(ApplicationContextException.class, start);
		assertThat(failure).hasCauseInstanceOf(DiagnosedException.class);
		return (DiagnosedException) Objects.requireNonNull(failure.getCause());
	}

	private ConfigurableApplicationContext web(Class<?> service, String... properties) {
		return start(WebApplicationType.SERVLET, service, properties);
	}

	private ConfigurableApplicationContext start(WebApplicationType type, Class<?> service, String... properties) {
		boolean searches = service == RepositoryService.class;
		String[] arguments = concat(properties, "--server.port=0", "--groundwork.elasticsearch.enabled=" + searches,
				"--spring.application.name=test", "--management.endpoints.web.exposure.include=*",
				"--management.endpoint.health.show-details=always", "--spring.main.banner-mode=off",
				"--logging.level.root=info");
		ConfigurableApplicationContext context = new SpringApplicationBuilder(service).web(type).run(arguments);
		this.contexts.add(context);
		return context;
	}

	private static String[] rabbitMq(LocalRabbitMq broker) {
		return new String[] { "--spring.rabbitmq.port=" + broker.getPort() };
	}

	private static String[] elasticsearch(LocalElasticsearch server) {
		return new String[] { "--spring.elasticsearch.uris=" + server.getUri() };
	}

	private static String[] concat(String[] first, String... second) {
		return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
	}

	private static int status(ConfigurableApplicationContext service, String group) {
		return get(service, "/actuator/health/" + group).statusCode();
	}

	private static String body(ConfigurableApplicationContext service, String path) {
		return get(service, path).body();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext service, String path) {
		String port = service.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableElasticsearchRepositories(considerNestedRepositories = true)
	static class RepositoryService {

		@Bean
		NoteService noteService(NoteRepository repository) {
			return new NoteService(repository);
		}

	}

	@Document(indexName = "notes", createIndex = true)
	record Note(@Id String id, String text) {
	}

	interface NoteRepository extends ElasticsearchRepository<Note, String> {

	}

	record NoteService(NoteRepository repository) {

		long save(String text) {
			this.repository.save(new Note("1", text));
			return this.repository.count();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ListenerService {

		final List<String> received = new CopyOnWriteArrayList<>();

		@RabbitListener(
				bindings = @QueueBinding(value = @org.springframework.amqp.rabbit.annotation.Queue("listener.queue"),
						exchange = @Exchange(name = "listener.events", type = "topic"), key = "#"))
		void onMessage(String message) {
			this.received.add(message);
		}

		@RabbitListener(bindings = @QueueBinding(value = @org.springframework.amqp.rabbit.annotation.Queue,
				exchange = @Exchange(name = "listener.events", type = "topic"), key = "#"))
		void onMessageOfThisReplica(String message) {
			this.received.add(message);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class GatedService {

		final List<GroundworkReadyEvent> events = new CopyOnWriteArrayList<>();

		@Bean
		ReadinessGate warmUp() {
			return new ReadinessGate("warm-up");
		}

		@EventListener
		void onReady(GroundworkReadyEvent event) {
			this.events.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSocket
	static class WebSocketService implements WebSocketConfigurer {

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new TextWebSocketHandler(), "/ws");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EagerService {

		@Bean
		Queue eagerQueue() {
			return QueueBuilder.durable("eager.queue").build();
		}

		@Bean
		@DependsOn(GroundworkLaid.BEAN_NAME)
		EagerBean eagerBean(RabbitTemplate template) {
			Integer messages = template
				.execute((channel) -> channel.queueDeclarePassive("eager.queue").getMessageCount());
			return new EagerBean((messages != null) ? messages : -1);
		}

		record EagerBean(int messages) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class QueueService {

		@Bean
		Queue blockingQueue() {
			return QueueBuilder.durable("blocking.queue").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class DriftedQueueService {

		@Bean
		Queue blockingQueue() {
			return QueueBuilder.durable("blocking.queue").maxLength(7).build();
		}

	}

}
