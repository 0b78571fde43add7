package dev.groundwork.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalRabbitMq;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service that runs in this JVM until the end of the test.
 */
final class RunningService {

	private static final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();

	private final ConfigurableApplicationContext context;

	private RunningService(ConfigurableApplicationContext context) {
		this.context = context;
		contexts.add(context);
	}

	static RunningService web(Class<?> service, String... properties) {
		return start(WebApplicationType.SERVLET, service, properties);
	}

	static RunningService reactive(Class<?> service, String... properties) {
		return start(WebApplicationType.REACTIVE, service, properties);
	}

	static RunningService withoutWebServer(Class<?> service, String... properties) {
		return start(WebApplicationType.NONE, service, properties);
	}

	private static RunningService start(WebApplicationType type, Class<?> service, String... properties) {
		boolean publishes = Stream.of(properties).anyMatch((property) -> property.startsWith("--spring.rabbitmq"));
		boolean searches = Stream.of(properties).anyMatch((property) -> property.startsWith("--spring.elasticsearch"));
		String[] arguments = concat(new String[] { "--server.port=0", "--groundwork.elasticsearch.enabled=" + searches,
				"--spring.application.name=test", "--management.endpoints.web.exposure.include=*",
				"--management.endpoint.health.show-details=always", "--groundwork.contract.production=false",
				"--spring.main.banner-mode=off", "--spring.rabbitmq.channel-rpc-timeout=10s",
				"--groundwork.lint.rules.unbounded-elasticsearch-client=off" }, properties);
		if (!publishes) {
			arguments = concat(arguments, "--groundwork.readiness.dependencies.rabbitmq.policy=ignore");
		}
		return new RunningService(new SpringApplicationBuilder(service).web(type).run(arguments));
	}

	static String[] rabbitMq(LocalRabbitMq broker) {
		return new String[] { "--spring.rabbitmq.port=" + broker.getPort() };
	}

	static String[] elasticsearch(LocalElasticsearch server) {
		return new String[] { "--spring.elasticsearch.uris=" + server.getUri() };
	}

	static String[] concat(String[] first, String... second) {
		return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
	}

	boolean isRunning() {
		return this.context.isActive();
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	<T> T bean(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	int status(String group) {
		return get("/actuator/health/" + group).statusCode();
	}

	int managementStatus(String group) {
		return get(this.context.getEnvironment().getProperty("local.management.port"), "/actuator/health/" + group)
			.statusCode();
	}

	/**
	 * Send a request and do not wait for its answer.
	 * @param path the path
	 */
	void send(String path) {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
					BodyHandlers.discarding());
	}

	String body(String path) {
		return get(path).body();
	}

	private HttpResponse<String> get(String path) {
		return get(this.context.getEnvironment().getProperty("local.server.port"), path);
	}

	private static HttpResponse<String> get(@Nullable String port, String path) {
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

	/**
	 * Closes what a test has started.
	 */
	static final class Closing implements AfterEachCallback {

		@Override
		public void afterEach(ExtensionContext test) {
			contexts.forEach(ConfigurableApplicationContext::close);
			contexts.clear();
		}

	}

}
