package dev.groundwork.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application in a process of its own.
 *
 * @param name the name of the application
 * @param jvm the process
 * @param actuator the Actuator of the application
 */
record Application(String name, Jvm jvm, Actuator actuator) implements AutoCloseable {

	static final String TOKEN = "a-token-that-is-long-enough-0123456789";

	static Builder named(String name, ClassPath classPath, Class<?> main) {
		return new Builder(name, classPath, main);
	}

	Application awaitReady() {
		try {
			CompletableFuture.anyOf(CompletableFuture.runAsync(this.actuator::awaitReady), this.jvm.process().onExit())
				.join();
		}
		catch (RuntimeException ex) {
			throw new AssertionError("'%s' is not ready: %s".formatted(this.name, this.jvm.log()), ex);
		}
		assertThat(this.jvm.isAlive()).as(() -> "'%s' has ended: %s".formatted(this.name, this.jvm.log())).isTrue();
		return this;
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.jvm.close();
	}

	/**
	 * Builder of an application.
	 */
	static final class Builder {

		private final String name;

		private final ClassPath classPath;

		private final Class<?> main;

		private final List<String> options = new ArrayList<>();

		private final List<String> arguments = new ArrayList<>();

		private Path home = Jvm.home();

		private String before = "";

		private Builder(String name, ClassPath classPath, Class<?> main) {
			this.name = name;
			this.classPath = classPath;
			this.main = main;
		}

		Builder on(Path home) {
			this.home = home;
			return this;
		}

		Builder before(Path classes) {
			this.before = classes + File.pathSeparator;
			return this;
		}

		Builder options(String... options) {
			this.options.addAll(List.of(options));
			return this;
		}

		Builder arguments(List<String> arguments) {
			this.arguments.addAll(arguments);
			return this;
		}

		Builder arguments(String... arguments) {
			return arguments(List.of(arguments));
		}

		Application start() {
			int port = freePort();
			List<String> command = new ArrayList<>(this.options);
			command.addAll(List.of("-cp", this.before + this.classPath, this.main.getName(), "--server.port=" + port,
					"--spring.application.name=" + this.name));
			command.addAll(this.arguments);
			Jvm jvm = Jvm.start(this.home, this.name, Map.of("ORDERS_TOKEN", TOKEN), command);
			return new Application(this.name, jvm, Actuator.at(port));
		}

	}

}
