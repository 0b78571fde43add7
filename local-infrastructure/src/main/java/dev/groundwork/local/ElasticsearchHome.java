package dev.groundwork.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

	/**
	 * Return how to start a node.
	 * @param node the folder of the node, with its configuration
	 * @param settings the settings of the node, as {@code name=value}
	 * @return the program and its arguments
	 */
	List<String> start(Path node, List<String> settings) {
		List<String> line = new ArrayList<>();
		line.add(java(this.folder).toString());
		line.add("@" + this.folder.resolve("java-arguments"));
		Path archive = this.folder.resolve("classes.jsa");
		if (Files.exists(archive)) {
			line.add("-XX:SharedArchiveFile=" + archive);
		}
		line.add("-Djava.io.tmpdir=" + node);
		line.add(MAIN_CLASS);
		line.add(this.folder.toString());
		line.add(node.toString());
		line.addAll(settings);
		return List.copyOf(line);
	}

	Path logConfiguration() {
		return this.folder.resolve("config/log4j2.properties");
	}

}
