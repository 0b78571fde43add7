package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.elasticsearch.ElasticsearchBackEnd;
import dev.groundwork.elasticsearch.IndexResource;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.Declaration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests of who waits how long for a server that accepts and never answers.
 */
@org.junit.jupiter.api.Timeout(60)
class MuteElasticsearchIT {

	private ServerSocket server;

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		this.contextRunner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ElasticsearchRestClientAutoConfiguration.class))
			.withPropertyValues("spring.elasticsearch.uris=http://127.0.0.1:" + this.server.getLocalPort(),
					"spring.elasticsearch.connection-timeout=500ms", "spring.elasticsearch.socket-timeout=500ms");
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void theClientOfSpringBootIgnoresItsSocketTimeout() {
		this.contextRunner.run((context) -> {
			CompletableFuture<Response> answer = request(context.getBean(Rest5Client.class));
			await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(6)).until(() -> !answer.isDone());
		});
	}

	@Test
	void theCustomizerOfTheRemedyBoundsIt() {
		this.contextRunner.withBean(Rest5ClientBuilderCustomizer.class, ResponseTimeout::new).run((context) -> {
			CompletableFuture<Response> answer = request(context.getBean(Rest5Client.class));
			ExecutionException failure = catchThrowableOfType(ExecutionException.class,
					() -> answer.get(5, TimeUnit.SECONDS));
			assertThat(failure).hasCauseInstanceOf(SocketTimeoutException.class);
		});
	}

	@Test
	void theRuleTellsTheTwoApart() {
		this.contextRunner.run((context) -> assertThat(rule(context.getBean(Rest5Client.class))).isTrue());
		this.contextRunner.withBean(Rest5ClientBuilderCustomizer.class, ResponseTimeout::new)
			.run((context) -> assertThat(rule(context.getBean(Rest5Client.class))).isFalse());
	}

	@Test
	void groundworkDoesNotWaitForEverWithTheSameClient() {
		this.contextRunner.run((context) -> {
			Rest5ClientBuilder builder = context.getBean(Rest5ClientBuilder.class);
			Provisioner provisioner = ElasticsearchBackEnd.provisioner(builder::build,
					() -> List.of(new Declaration(new IndexResource("mute", Map.of(), Map.of(), Map.of()), "a test")));
			long start = System.nanoTime();
			try (ProvisioningSession session = provisioner.open()) {
				DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
						() -> session.inspect(provisioner.resolveDesiredState(), ProvisioningMode.APPLY));
				assertThat(failure).hasMessageContaining("no answer in time");
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
		});
	}

	private static boolean rule(Rest5Client client) {
		return RequestDefaults.of(client).orElseThrow().getResponseTimeout().isDisabled();
	}

	private static CompletableFuture<Response> request(Rest5Client client) {
		CompletableFuture<Response> answer = new CompletableFuture<>();
		client.performRequestAsync(new Request("GET", "/"), new ResponseListener() {

			@Override
			public void onSuccess(Response response) {
				answer.complete(response);
			}

			@Override
			public void onFailure(Exception failure) {
				answer.completeExceptionally(failure);
			}

		});
		return answer;
	}

	/**
	 * What the rule about unbounded clients tells people to define.
	 */
	private static final class ResponseTimeout implements Rest5ClientBuilderCustomizer {

		@Override
		public void customize(Rest5ClientBuilder builder) {
			// the requests alone need it
		}

		@Override
		public void customize(RequestConfig.Builder request) {
			request.setResponseTimeout(Timeout.ofMilliseconds(500));
		}

	}

}
