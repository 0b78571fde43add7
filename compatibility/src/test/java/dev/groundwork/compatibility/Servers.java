package dev.groundwork.compatibility;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.jayway.jsonpath.JsonPath;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalRabbitMq;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The broker and the search node, which all tests share. Every application has a name of
 * its own.
 */
final class Servers implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String INDEX_IN_FILE = "order-notes";

	private final LocalInfrastructureExtension servers = LocalInfrastructureExtension.shared();

	private final List<ApplicationContext> started = new ArrayList<>();

	List<String> arguments() {
		return List.of("--spring.rabbitmq.port=" + this.servers.rabbitMq().getPort(),
				"--spring.rabbitmq.username=" + this.servers.rabbitMq().getUsername(),
				"--spring.rabbitmq.password=" + this.servers.rabbitMq().getPassword(),
				"--spring.elasticsearch.uris=" + this.servers.elasticsearch().getUri());
	}

	/**
	 * Start an application in this JVM, where nothing exists that it needs. It is closed
	 * after the test, and so are its ancestors.
	 * @param name the name of the application
	 * @param application the application
	 * @param arguments its arguments
	 * @return the application, started
	 */
	ConfigurableApplicationContext run(String name, SpringApplicationBuilder application, String... arguments) {
		forgetIndexInFile();
		List<String> all = new ArrayList<>(arguments());
		all.addAll(
				List.of("--spring.application.name=" + name, "--server.port=0", "--orders.token=" + Application.TOKEN));
		all.addAll(List.of(arguments));
		ConfigurableApplicationContext context = application.run(all.toArray(String[]::new));
		this.started.add(context);
		return context;
	}

	/**
	 * Start an application in a process of its own, where nothing exists that it needs.
	 * @param application the application
	 * @return the application, ready
	 */
	Application start(Application.Builder application) {
		forgetIndexInFile();
		Application started = application.arguments(arguments()).start();
		try {
			return started.awaitReady();
		}
		catch (Throwable ex) {
			started.close();
			throw ex;
		}
	}

	void forgetIndexInFile() {
		elasticsearch("DELETE", "/" + INDEX_IN_FILE + "?ignore_unavailable=true");
	}

	/**
	 * Assert what is promised to every application: everything exists, a gate stands for
	 * each, and a listener listens.
	 * @param application the name of the application
	 * @param actuator its Actuator
	 */
	void assertPromisesAreKept(String application, Actuator actuator) {
		assertThat(actuator.readinessMembers()).contains("readinessState", "groundwork");
		assertThat(actuator.gates()).contains("rabbitmq", "elasticsearch", "rabbitmq-listeners");
		assertThat(actuator.<Boolean>read("/groundwork", "$.ready")).isTrue();
		assertThat(actuator.provisioned()).contains(application + ".events", application + ".orders",
				application + ".invoices", application + "-orders", INDEX_IN_FILE);
		assertIndexesExist(application);
		assertListens(application);
	}

	void assertIndexesExist(String application) {
		Set<String> indexes = JsonPath.<Map<String, Object>>read(elasticsearch("GET", "/_all").body(), "$").keySet();
		assertThat(indexes).contains(application + "-orders", INDEX_IN_FILE);
	}

	void assertQueueExists(String queue) {
		Object found = onBroker((template) -> new RabbitAdmin(template).getQueueInfo(queue));
		assertThat(found).as(queue).isNotNull();
	}

	void assertListens(String application) {
		Object invoice = onBroker((template) -> {
			template.convertAndSend(application + ".events", "order.placed", "a book");
			return template.receiveAndConvert(application + ".invoices", PATIENCE.toMillis());
		});
		assertThat(invoice).isEqualTo("invoice for a book");
	}

	<T> @Nullable T onBroker(Function<RabbitTemplate, @Nullable T> work) {
		LocalRabbitMq broker = this.servers.rabbitMq();
		CachingConnectionFactory connections = new CachingConnectionFactory("127.0.0.1", broker.getPort());
		connections.setUsername(broker.getUsername());
		connections.setPassword(broker.getPassword());
		try {
			return work.apply(new RabbitTemplate(connections));
		}
		finally {
			connections.destroy();
		}
	}

	/**
	 * Return the names that the connections of an application gave themselves.
	 * @param application the name of the application
	 * @return one line for each open connection
	 */
	List<String> connections(String application) {
		return this.servers.rabbitMq()
			.control("list_connections", "--no-table-headers", "client_properties")
			.lines()
			.filter((line) -> line.contains(application))
			.toList();
	}

	private HttpResponse<String> elasticsearch(String method, String path) {
		HttpRequest request = HttpRequest.newBuilder(this.servers.elasticsearch().getUri().resolve(path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.timeout(PATIENCE)
			.build();
		try {
			return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError("No answer from " + request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void closeWithAncestors(@Nullable ApplicationContext context) {
		if (context instanceof ConfigurableApplicationContext open) {
			open.close();
			closeWithAncestors(open.getParent());
		}
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.servers.beforeAll(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.servers.beforeEach(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.started.forEach(Servers::closeWithAncestors);
		this.started.clear();
		this.servers.afterEach(context);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.servers.afterAll(context);
	}

}
