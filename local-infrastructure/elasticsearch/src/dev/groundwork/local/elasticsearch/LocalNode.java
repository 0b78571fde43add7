package dev.groundwork.local.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node until the process is told to end.
 * <p>
 * Arguments: the home with {@code modules/}, the configuration folder of this node, then
 * settings as {@code name=value}. No configuration file, environment variable or system
 * property adds a setting, so that nodes of one machine cannot influence each other.
 */
public final class LocalNode {

	private static final long CLOSE_SECONDS = 10;

	private final Node node;

	private final CountDownLatch closed = new CountDownLatch(1);

	private LocalNode(Node node) {
		this.node = node;
	}

	public static void main(String[] arguments) throws Exception {
		Path home = Path.of(arguments[0]);
		Path configuration = Path.of(arguments[1]);
		Settings.Builder settings = Settings.builder().put("path.home", home);
		for (int i = 2; i < arguments.length; i++) {
			String[] setting = arguments[i].split("=", 2);
			settings.put(setting[0], setting[1]);
		}
		new LocalNode(create(home, new Environment(settings.build(), configuration))).run();
	}

	private static Node create(Path home, Environment environment) throws IOException {
		LogConfigurator.registerErrorListener();
		LogConfigurator.setNodeName(environment.settings().get("node.name"));
		LogConfigurator.configure(environment, true);
		var modules = PluginsLoader.loadModulesBundles(home.resolve("modules"));
		return new Node(environment, PluginsLoader.createPluginsLoader(modules, Set.of(), Map.of()));
	}

	private void run() throws NodeValidationException, InterruptedException {
		Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-node"));
		this.node.start();
		this.closed.await();
	}

	private void close() {
		try {
			this.node.close();
			this.node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS);
		}
		catch (IOException ex) {
			ex.printStackTrace();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.closed.countDown();
		}
	}

}
