package dev.groundwork.sample.rehearsals;

import java.util.List;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;

/**
 * A broker and a search node, not started yet.
 *
 * @param rabbitMq the broker
 * @param elasticsearch the search node
 */
record Infrastructure(LocalRabbitMq rabbitMq, LocalElasticsearch elasticsearch) implements AutoCloseable {

	static Infrastructure create() {
		return new Infrastructure(LocalInfrastructure.rabbitMq(), LocalInfrastructure.elasticsearch());
	}

	static Infrastructure started() {
		Infrastructure infrastructure = create();
		infrastructure.start();
		return infrastructure;
	}

	void start() {
		this.rabbitMq.launch();
		this.elasticsearch.launch();
		this.rabbitMq.awaitAccepting();
		this.elasticsearch.awaitAccepting();
	}

	List<String> properties() {
		return List.of("--spring.rabbitmq.port=" + this.rabbitMq.getPort(),
				"--spring.elasticsearch.uris=" + this.elasticsearch.getUri());
	}

	List<String> queues() {
		return this.rabbitMq.control("list_queues", "--quiet", "--no-table-headers", "name").lines().toList();
	}

	@Override
	public void close() {
		this.rabbitMq.close();
		this.elasticsearch.close();
	}

}
