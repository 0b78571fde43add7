package dev.groundwork.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An Elasticsearch node that runs as a process of this machine.
 */
final class ElasticsearchProcess extends ProcessServer implements LocalElasticsearch {

	private final ElasticsearchHome home;

	private final Path configuration;

	private final List<String> settings;

	private final ClusterHealth health;

	ElasticsearchProcess(ElasticsearchHome home, int port) {
		super("elasticsearch", port);
		this.home = home;
		this.configuration = folder().folder("config");
		this.settings = List.of("cluster.name=" + getName(), "node.name=" + getName(), "network.host=127.0.0.1",
				"http.port=" + port, "transport.port=" + Ports.next(), "discovery.type=single-node",
				"path.data=" + folder().folder("data"), "path.logs=" + folder().folder("log"),
				// neither a full disk nor the kernel's limit on memory maps shall matter
				"cluster.routing.allocation.disk.threshold_enabled=false", "node.store.allow_mmap=false");
		this.health = new ClusterHealth(getUri());
		copyLogConfiguration();
	}

	private void copyLogConfiguration() {
		try {
			Files.copy(this.home.logConfiguration(), this.configuration.resolve("log4j2.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	ServerCommand command() {
		return new ServerCommand(this.home.start(this.configuration, this.settings), Map.of());
	}

	@Override
	boolean accepts() {
		return this.health.isYellow();
	}

}
