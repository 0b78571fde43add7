package dev.groundwork.local;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Extension that gives real servers to the tests of a class. <pre class="code">
 * &#064;RegisterExtension
 * static final LocalInfrastructureExtension infrastructure = new LocalInfrastructureExtension();
 * </pre> Register it in a static field to have one server for all tests of the class, in
 * an instance field to have a new one for each test. It does not support tests of one
 * class that run at the same time.
 *
 * @since 0.1.0
 */
public final class LocalInfrastructureExtension
		implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

	private static final Namespace NAMESPACE = Namespace.create(LocalInfrastructureExtension.class);

	private final boolean shared;

	private final List<LocalServer> ownServers = new CopyOnWriteArrayList<>();

	private volatile @Nullable ExtensionContext owner;

	/**
	 * Create an extension whose servers are closed after the class.
	 */
	public LocalInfrastructureExtension() {
		this(false);
	}

	private LocalInfrastructureExtension(boolean shared) {
		this.shared = shared;
	}

	/**
	 * Create an extension whose servers are the same for all classes that ask for shared
	 * ones, and closed at the end of the test run. Starting a server takes seconds; in
	 * return a test has to clean up after itself, or to use names of its own.
	 * @return the extension
	 */
	public static LocalInfrastructureExtension shared() {
		return new LocalInfrastructureExtension(true);
	}

	/**
	 * Return the broker, started. It is created by the first call, and started again if
	 * it does not run.
	 * @return the broker
	 */
	public LocalRabbitMq rabbitMq() {
		return started(LocalRabbitMq.class, LocalInfrastructure::rabbitMq);
	}

	/**
	 * Return the search node, started. It is created by the first call, and started again
	 * if it does not run.
	 * @return the node
	 */
	public LocalElasticsearch elasticsearch() {
		return started(LocalElasticsearch.class, LocalInfrastructure::elasticsearch);
	}

	/**
	 * Return the database server, started. It is created by the first call, and started
	 * again if it does not run.
	 * @return the server
	 */
	public LocalPostgreSql postgreSql() {
		return started(LocalPostgreSql.class, LocalInfrastructure::postgreSql);
	}

	/**
	 * Make a broker for one test, not started yet and closed after the test.
	 * @return a new broker
	 */
	public LocalRabbitMq newRabbitMq() {
		return own(LocalInfrastructure.rabbitMq());
	}

	/**
	 * Make a search node for one test, not started yet and closed after the test.
	 * @return a new node
	 */
	public LocalElasticsearch newElasticsearch() {
		return own(LocalInfrastructure.elasticsearch());
	}

	/**
	 * Make a database server for one test, not started yet and closed after the test.
	 * @return a new server
	 */
	public LocalPostgreSql newPostgreSql() {
		return own(LocalInfrastructure.postgreSql());
	}

	private <S extends LocalServer> S own(S server) {
		this.ownServers.add(server);
		return server;
	}

	private <S extends LocalServer> S started(Class<S> type, Supplier<S> factory) {
		S server = store().computeIfAbsent(type, (key) -> factory.get(), type);
		if (!server.isRunning()) {
			server.start();
		}
		return server;
	}

	private Store store() {
		ExtensionContext owner = this.owner;
		if (owner == null) {
			throw new IllegalStateException("Local servers are available while tests run: "
					+ "register the extension in a field with @RegisterExtension");
		}
		return (this.shared ? owner.getRoot() : owner).getStore(NAMESPACE);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		begin(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		begin(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		end(context);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		end(context);
	}

	// The outermost context owns the servers: the class, also for its nested classes.
	private void begin(ExtensionContext context) {
		if (this.owner == null) {
			this.owner = context;
		}
	}

	private void end(ExtensionContext context) {
		this.ownServers.forEach(LocalServer::close);
		this.ownServers.clear();
		ExtensionContext owner = this.owner;
		if (owner != null && owner.getUniqueId().equals(context.getUniqueId())) {
			this.owner = null;
		}
	}

}
