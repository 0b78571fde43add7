package dev.groundwork.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.rabbit.annotation.Exchange;
import org.springframework.amqp.rabbit.annotation.QueueBinding;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;
import org.springframework.data.elasticsearch.repository.config.EnableElasticsearchRepositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for a service whose servers come late, hang or lose what they had.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
@ExtendWith(RunningService.Closing.class)
class LateInfrastructureIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Duration SOON = Duration.ofSeconds(30);

	@Test
	void serviceWithARepositoryStartsWithoutElasticsearchAndIsReadyByItselfWhenItComes() {
		LocalElasticsearch late = infrastructure.newElasticsearch();
		RunningService service = RunningService.web(RepositoryService.class, RunningService.elasticsearch(late));
		assertThat(service.status("liveness")).isEqualTo(200);
		assertThat(service.status("readiness")).isEqualTo(503);
		await().atMost(SOON).until(() -> service.body("/actuator/health/readiness").contains("connection refused"));
		late.start();
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		assertThat(service.bean(NoteService.class).save("found")).isEqualTo(1);
	}

	@Test
	void serviceWithARepositoryStartsWhileElasticsearchHangs() {
		LocalElasticsearch frozen = infrastructure.newElasticsearch();
		frozen.start();
		frozen.freeze();
		RunningService service = RunningService.web(RepositoryService.class, RunningService.elasticsearch(frozen));
		assertThat(service.status("liveness")).isEqualTo(200);
		assertThat(service.status("readiness")).isEqualTo(503);
		frozen.resume();
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
	}

	@Test
	void listenersAreHeldBackUntilTheBrokerComesAndTheirQueueIsVerified(CapturedOutput output) {
		LocalRabbitMq late = infrastructure.newRabbitMq();
		RunningService service = RunningService.web(ListenerService.class, RunningService.rabbitMq(late));
		assertThat(service.status("liveness")).isEqualTo(200);
		assertThat(service.status("readiness")).isEqualTo(503);
		late.start();
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
		service.bean(RabbitTemplate.class).convertAndSend("listener.events", "created", "hello");
		await().atMost(SOON).until(() -> service.bean(ListenerService.class).received.size() == 2);
		assertThat(output).doesNotContain(" WARN ").doesNotContain(" ERROR ");
	}

	@Test
	void whatTheBrokerHasLostIsCreatedAgainWhenTheServiceReconnects() {
		LocalRabbitMq broker = infrastructure.newRabbitMq();
		broker.start();
		RunningService service = RunningService.web(ListenerService.class, RunningService.rabbitMq(broker));
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
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
		RunningService service = RunningService.web(ListenerService.class, RunningService.rabbitMq(frozen));
		assertThat(service.status("liveness")).isEqualTo(200);
		assertThat(service.status("readiness")).isEqualTo(503);
		frozen.resume();
		await().atMost(SOON).until(() -> service.status("readiness") == 200);
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

}
