package dev.groundwork.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.groundwork.compatibility.reactive.ReactiveApplication;
import dev.groundwork.compatibility.servlet.ServletApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of web server.
 */
class WebServerIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	@Test
	void promisesAreKeptOnTomcat() {
		try (Application application = servers
			.start(Application.named("on-tomcat", ClassPath.TOMCAT, ServletApplication.class))) {
			servers.assertPromisesAreKept("on-tomcat", application.actuator());
			assertThat(application.actuator().gates()).contains("websocket-echo");
			assertThat(application.jvm().log()).contains("Tomcat started on port");
		}
	}

	@Test
	void promisesAreKeptOnJetty() {
		try (Application application = servers
			.start(Application.named("on-jetty", ClassPath.JETTY, ServletApplication.class))) {
			servers.assertPromisesAreKept("on-jetty", application.actuator());
			assertThat(application.actuator().gates()).contains("websocket-echo");
			assertThat(application.jvm().log()).contains("Jetty started on port");
		}
	}

	@Test
	void promisesAreKeptOnReactorNetty() {
		try (Application application = servers
			.start(Application.named("on-netty", ClassPath.REACTIVE, ReactiveApplication.class))) {
			servers.assertPromisesAreKept("on-netty", application.actuator());
			assertThat(application.actuator().gates()).contains("websocket-echo");
			assertThat(application.jvm().log()).contains("Netty started on port");
		}
	}

	@Test
	void promisesAreKeptOnVirtualThreads() throws IOException {
		Path home = newerJdk();
		try (Application application = servers
			.start(Application.named("on-virtual-threads", ClassPath.TOMCAT, ServletApplication.class)
				.on(home)
				.arguments("--spring.threads.virtual.enabled=true"))) {
			servers.assertPromisesAreKept("on-virtual-threads", application.actuator());
			assertThat(application.actuator().threads()).noneMatch((thread) -> thread.contains("-exec-"));
		}
	}

	/**
	 * Return a JDK that has virtual threads: dev/setup gives one to Elasticsearch.
	 * @return the home of the JDK
	 * @throws IOException if a folder cannot be read
	 */
	private static Path newerJdk() throws IOException {
		try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
			return installed.filter((each) -> release(each) >= 21)
				.findFirst()
				.orElseThrow(() -> new TestAbortedException("no JDK 21 or newer is in /usr/lib/jvm"));
		}
	}

	private static int release(Path home) {
		try (Stream<String> lines = Files.lines(home.resolve("release"))) {
			return lines.filter((line) -> line.startsWith("JAVA_VERSION="))
				.map((line) -> line.replaceAll("\\D*(\\d+).*", "$1"))
				.mapToInt(Integer::parseInt)
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
