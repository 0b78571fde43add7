package dev.groundwork.report;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkEndpointWebExtension} behind real web servers: what is asked
 * for is what is answered.
 */
@Timeout(60)
class GroundworkEndpointWebIT {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	@ParameterizedTest
	@ValueSource(strings = { "--spring.main.web-application-type=servlet",
			"--spring.main.web-application-type=reactive", "--management.server.port=0" })
	void everyClientGetsWhatItAccepts(String argument) throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(Service.class, "--server.port=0",
				"--server.address=127.0.0.1", "--spring.main.banner-mode=off", "--spring.application.name=<shop>",
				"--management.endpoints.web.exposure.include=groundwork", argument)) {
			assertJson(get(context, "*/*"), "application/vnd.spring-boot.actuator.v3+json");
			assertJson(get(context, null), "application/vnd.spring-boot.actuator.v3+json");
			assertJson(get(context, "application/json"), "application/json");
			assertJson(get(context, "application/json, text/plain, */*"), "application/json");
			assertPage(get(context, BROWSER));
			assertPage(get(context, "text/html"));
			assertThat(get(context, "image/png").statusCode()).isEqualTo(406);
		}
	}

	private static void assertJson(HttpResponse<String> response, String type) {
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
		assertThat(JsonPath.<Boolean>read(response.body(), "$.ready")).isFalse();
		assertThat(JsonPath.<String>read(response.body(), "$.state")).isEqualTo("STARTING");
		assertThat(JsonPath.<String>read(response.body(), "$.waits.mermaid")).startsWith("flowchart LR");
		assertThat(JsonPath.<String>read(response.body(), "$.tasks[0].started")).isEqualTo("2026-01-02T03:04:05Z");
	}

	private static void assertPage(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).isEqualToIgnoringCase("text/html;charset=UTF-8"));
		assertThat(response.body()).startsWith("<!DOCTYPE html>").contains("&lt;shop&gt;").doesNotContain("<shop>");
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, @Nullable String accept)
			throws Exception {
		String port = context.getEnvironment()
			.getProperty("local.management.port", context.getEnvironment().getProperty("local.server.port", ""));
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/groundwork"))
			.timeout(Duration.ofSeconds(10));
		if (accept != null) {
			request.header("Accept", accept);
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = { "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
			"dev.groundwork.autoconfigure.GroundworkRabbitMqAutoConfiguration",
			"dev.groundwork.autoconfigure.GroundworkElasticsearchAutoConfiguration" })
	static class Service {

		@Bean
		GroundworkEndpoint groundworkEndpoint() {
			return new GroundworkEndpoint(TestReport::waiting);
		}

	}

}
