package dev.groundwork.benchmarks;

import java.util.List;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;

/**
 * The servers that the measured applications share, each with a virtual host and an index
 * of its own.
 */
final class Servers implements AutoCloseable {

	private final LocalRabbitMq rabbitMq = LocalInfrastructure.rabbitMq();

	private final LocalElasticsearch elasticsearch = LocalInfrastructure.elasticsearch();

	Servers() {
		this.rabbitMq.launch();
		this.elasticsearch.start();
		this.rabbitMq.awaitAccepting();
		for (Variant variant : Variant.values()) {
			this.rabbitMq.addVhost(variant.toString());
		}
	}

	LocalRabbitMq rabbitMq() {
		return this.rabbitMq;
	}

	LocalElasticsearch elasticsearch() {
		return this.elasticsearch;
	}

	List<String> propertiesOf(Variant variant) {
		return propertiesOf(variant, this.rabbitMq.getPort(), this.elasticsearch.getPort());
	}

	/**
	 * Return the properties of an application that reaches the servers through proxies.
	 * @param variant the application
	 * @param rabbitMqPort the port of the proxy to RabbitMQ
	 * @param elasticsearchPort the port of the proxy to Elasticsearch
	 * @return the properties as arguments
	 */
	List<String> propertiesOf(Variant variant, int rabbitMqPort, int elasticsearchPort) {
		return List.of("--spring.profiles.active=" + variant, "--shop.index=orders-" + variant,
				"--spring.rabbitmq.virtual-host=" + variant, "--spring.rabbitmq.host=127.0.0.1",
				"--spring.rabbitmq.port=" + rabbitMqPort, "--spring.rabbitmq.username=" + this.rabbitMq.getUsername(),
				"--spring.rabbitmq.password=" + this.rabbitMq.getPassword(),
				"--spring.elasticsearch.uris=http://127.0.0.1:" + elasticsearchPort);
	}

	@Override
	public void close() {
		try (this.rabbitMq) {
			this.elasticsearch.close();
		}
	}

}
