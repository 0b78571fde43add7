package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalPostgreSql;
import dev.groundwork.local.LocalRabbitMq;

/**
 * A broker, a search node and a database, not started yet.
 *
 * @param rabbitMq the broker
 * @param elasticsearch the search node
 * @param postgreSql the database
 */
record Infrastructure(LocalRabbitMq rabbitMq, LocalElasticsearch elasticsearch,
		LocalPostgreSql postgreSql) implements AutoCloseable {

	static Infrastructure create() {
		return new Infrastructure(LocalInfrastructure.rabbitMq(), LocalInfrastructure.elasticsearch(),
				LocalInfrastructure.postgreSql());
	}

	static Infrastructure started() {
		Infrastructure infrastructure = create();
		infrastructure.start();
		return infrastructure;
	}

	void start() {
		this.rabbitMq.launch();
		this.elasticsearch.launch();
		this.postgreSql.launch();
		this.rabbitMq.awaitAccepting();
		this.elasticsearch.awaitAccepting();
		this.postgreSql.awaitAccepting();
	}

	List<String> properties() {
		return List.of("--spring.rabbitmq.port=" + this.rabbitMq.getPort(),
				"--spring.elasticsearch.uris=" + this.elasticsearch.getUri(),
				"--spring.datasource.url=" + this.postgreSql.getJdbcUrl(),
				"--spring.datasource.username=" + this.postgreSql.getUsername());
	}

	List<String> queues() {
		return this.rabbitMq.control("list_queues", "--quiet", "--no-table-headers", "name").lines().toList();
	}

	Set<String> indexes() {
		try {
			HttpRequest request = HttpRequest.newBuilder(this.elasticsearch.getUri().resolve("/_all"))
				.timeout(Duration.ofSeconds(5))
				.build();
			String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
			return JsonPath.<Map<String, Object>>read(body, "$").keySet();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.rabbitMq.close();
		this.elasticsearch.close();
		this.postgreSql.close();
	}

}
