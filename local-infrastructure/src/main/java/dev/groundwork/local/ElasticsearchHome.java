package dev.groundwork.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Elasticsearch that {@code dev/setup} has laid out on this machine.
 *
 * @param folder where it is
 */
record ElasticsearchHome(Path folder) {

	private static final String MAIN_CLASS = "dev.groundwork.local.elasticsearch.LocalNode";

	static ElasticsearchHome find(Settings settings) {
		Path folder = locate(settings);
		if (!Files.isRegularFile(folder.resolve("launcher.jar")) || !Files.isExecutable(java(folder))) {
			throw new LocalServerException("Elasticsearch %s is not set up in %s: run dev/setup"
				.formatted(ServerImage.ELASTICSEARCH.version(), folder));
		}
		try {
			// behind the link that dev/setup may switch while a node runs
			return new ElasticsearchHome(folder.toRealPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path locate(Settings settings) {
		String home = settings.get("GROUNDWORK_ELASTICSEARCH_HOME");
		if (home != null) {
			return Path.of(home);
		}
		String cache = settings.get("XDG_CACHE_HOME");
		Path caches = (cache != null) ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
		return caches.resolve("groundwork/elasticsearch-" + ServerImage.ELASTICSEARCH.version());
	}

	private static Path java(Path folder) {
		return folder.resolve("jdk/bin/java");
	}

	LocalElasticsearch node(int port) {
		String name = ServerImage.ELASTICSEARCH.serverName(port);
		ServerFolder data = ServerFolder.create(name);
		Path configuration = data.folder("config");
		copyLogConfiguration(configuration);
		List<String> line = new ArrayList<>(List.of(java(this.folder).toString(),
				"@" + this.folder.resolve("java-arguments"), "-Djava.io.tmpdir=" + data.folder("tmp")));
		Path archive = this.folder.resolve("classes.jsa");
		if (Files.exists(archive)) {
			line.add("-XX:SharedArchiveFile=" + archive);
		}
		line.addAll(List.of(MAIN_CLASS, this.folder.toString(), configuration.toString()));
		line.addAll(settings(name, port, data));
		return new PrivateElasticsearch(name, port, new ProcessHost(name, data, new ServerCommand(line, Map.of())));
	}

	private static List<String> settings(String name, int port, ServerFolder data) {
		return List.of("cluster.name=" + name, "node.name=" + name, "network.host=127.0.0.1", "http.port=" + port,
				"transport.port=" + Ports.next(), "discovery.type=single-node", "path.data=" + data.folder("data"),
				"path.logs=" + data.folder("log"),
				// neither a full disk nor the kernel's limit on memory maps shall matter
				"cluster.routing.allocation.disk.threshold_enabled=false", "node.store.allow_mmap=false");
	}

	private void copyLogConfiguration(Path configuration) {
		try {
			Files.copy(this.folder.resolve("config/log4j2.properties"), configuration.resolve("log4j2.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The log configuration of Elasticsearch cannot be copied", ex);
		}
	}

}
