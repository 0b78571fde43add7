package dev.groundwork.drills;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a run: a broker and a search node that all drills share, started when
 * the first asks, and those that are late. Thread-safe.
 */
final class Servers implements AutoCloseable {

	private final Map<String, LateServers> late = new LinkedHashMap<>();

	private @Nullable LocalRabbitMq rabbitMq;

	private @Nullable LocalElasticsearch elasticsearch;

	synchronized LocalRabbitMq rabbitMq() {
		LocalRabbitMq rabbitMq = this.rabbitMq;
		if (rabbitMq == null) {
			rabbitMq = LocalInfrastructure.rabbitMq();
			this.rabbitMq = rabbitMq;
			rabbitMq.start();
		}
		return rabbitMq;
	}

	synchronized LocalElasticsearch elasticsearch() {
		LocalElasticsearch elasticsearch = this.elasticsearch;
		if (elasticsearch == null) {
			elasticsearch = LocalInfrastructure.elasticsearch();
			this.elasticsearch = elasticsearch;
			elasticsearch.start();
		}
		return elasticsearch;
	}

	/**
	 * Return what the two halves of a drill share.
	 * @param drill the name of the drill
	 * @param factory makes the servers for whoever asks first
	 * @return the servers
	 */
	synchronized LateServers late(String drill, Supplier<LateServers> factory) {
		return this.late.computeIfAbsent(drill, (key) -> factory.get());
	}

	/**
	 * Close the servers that were late.
	 */
	synchronized void closeLate() {
		this.late.values().forEach(LateServers::close);
		this.late.clear();
	}

	@Override
	public synchronized void close() {
		if (this.rabbitMq != null) {
			this.rabbitMq.close();
		}
		if (this.elasticsearch != null) {
			this.elasticsearch.close();
		}
		closeLate();
	}

}
