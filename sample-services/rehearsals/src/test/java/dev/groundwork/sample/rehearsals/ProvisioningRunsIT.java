package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar of a service plans and lays its own groundwork and ends.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvisioningRunsIT {

	private final Infrastructure infrastructure = Infrastructure.create();

	@BeforeAll
	void start() {
		this.infrastructure.start();
	}

	@AfterAll
	void stop() {
		this.infrastructure.close();
	}

	@Test
	@Order(1)
	void planOnEmptyServersEndsWithTwoAndCreatesNothing() {
		ServiceRun plan = search("--groundwork.mode=plan");
		assertThat(plan.exitCode()).as(plan.log()).isEqualTo(2);
		assertThat(plan.output()).startsWith("Plan for 'search'")
			.contains("+ queue 'search.documents'")
			.contains("declared by groundwork.rabbitmq.queues[0] at classpath:application.yml:")
			.contains("+ index 'documents'")
			.contains("5 to create");
		assertThat(this.infrastructure.queues()).isEmpty();
		assertThat(this.infrastructure.indexes()).isEmpty();
	}

	@Test
	@Order(2)
	void planBindsNoPort() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
			ServiceRun plan = search("--groundwork.mode=plan", "--server.port=" + taken.getLocalPort());
			assertThat(plan.exitCode()).as(plan.log()).isEqualTo(2);
		}
	}

	@Test
	@Order(3)
	void applyWithExitLaysTheGroundworkAndEndsWithZero() {
		ServiceRun apply = search("--groundwork.exit=true");
		assertThat(apply.exitCode()).as(apply.log()).isZero();
		assertThat(apply.output()).startsWith("Groundwork of 'search'.").contains("+ queue 'search.documents'");
		assertThat(this.infrastructure.queues()).containsExactly("search.documents");
		assertThat(this.infrastructure.indexes()).contains("documents", "search-queries");
	}

	@Test
	@Order(4)
	void planOfWhatIsThereEndsWithZeroAndItsDocumentIsForMachines() {
		ServiceRun plan = search("--groundwork.mode=plan", "--groundwork.output=json");
		assertThat(plan.exitCode()).as(plan.log()).isZero();
		assertThat(plan.<List<String>>read("$.backEnds[*].resources[?(@.kind != 'binding')].change"))
			.containsOnly("NONE");
		assertThat(plan.<String>read("$.application")).isEqualTo("search");
	}

	@Test
	@Order(5)
	void planWithDriftEndsWithOneAndTellsTheSafeWay() throws IOException, InterruptedException {
		send("DELETE", "search-queries", "");
		send("PUT", "search-queries", "{\"mappings\":{\"properties\":{\"found\":{\"type\":\"keyword\"}}}}");
		ServiceRun plan = search("--groundwork.mode=plan");
		assertThat(plan.exitCode()).as(plan.log()).isEqualTo(1);
		assertThat(plan.output()).contains("! index 'search-queries'")
			.contains("mappings.found.type: expected 'long', found 'keyword'")
			.contains("POST /_reindex");
	}

	@Test
	@Order(6)
	void applyWithExitAndDriftEndsWithOneAndTheReport() {
		ServiceRun apply = search("--groundwork.exit=true", "--groundwork.output=json");
		assertThat(apply.exitCode()).isEqualTo(1);
		assertThat(apply.log()).contains("The groundwork cannot be laid:").contains("index 'search-queries'");
		assertThat(apply.<List<String>>read("$.backEnds[?(@.name == 'elasticsearch')].failures[*].kind"))
			.containsExactly("PERMANENT");
	}

	@Test
	@Order(7)
	void exportIsADocumentForAnotherTool() {
		ServiceRun plan = search("--groundwork.mode=plan", "--groundwork.output=rabbitmq-definitions");
		assertThat(plan.exitCode()).as(plan.log()).isZero();
		assertThat(plan.<List<String>>read("$.queues[*].name")).containsExactly("search.documents");
	}

	@Test
	@Order(8)
	void planWithoutServersEndsWithOneAndSaysThatItCannotTell() {
		ServiceRun plan = ServiceRun.of("search",
				List.of("--spring.rabbitmq.port=" + ServiceProcess.freePort(),
						"--spring.elasticsearch.uris=http://localhost:" + ServiceProcess.freePort()),
				"--groundwork.mode=plan");
		assertThat(plan.exitCode()).as(plan.log()).isEqualTo(1);
		assertThat(plan.output()).contains("cannot tell: RabbitMQ at localhost")
			.contains("cannot tell: Elasticsearch at")
			.contains("connection refused")
			.contains("2 of 2 back ends cannot tell.");
	}

	private ServiceRun search(String... arguments) {
		return ServiceRun.of("search", this.infrastructure.properties(), arguments);
	}

	private void send(String method, String index, String body) throws IOException, InterruptedException {
		URI uri = this.infrastructure.elasticsearch().getUri().resolve("/" + index);
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

}
