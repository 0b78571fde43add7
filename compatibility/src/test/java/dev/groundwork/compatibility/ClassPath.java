package dev.groundwork.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a kind of application has on its class path.
 */
enum ClassPath {

	TOMCAT(Part.JETTY, Part.REACTIVE, Part.DEVTOOLS, Part.CLOUD),

	JETTY(Part.TOMCAT, Part.REACTIVE, Part.DEVTOOLS, Part.CLOUD),

	REACTIVE(Part.SERVLET, Part.TOMCAT, Part.JETTY, Part.DEVTOOLS, Part.CLOUD),

	CONSOLE(Part.SERVLET, Part.TOMCAT, Part.JETTY, Part.REACTIVE, Part.DEVTOOLS, Part.CLOUD),

	DEVTOOLS(Part.JETTY, Part.REACTIVE, Part.CLOUD),

	CLOUD(Part.JETTY, Part.REACTIVE, Part.DEVTOOLS);

	private final List<Part> without;

	ClassPath(Part... without) {
		this.without = List.of(without);
	}

	List<String> entries() {
		List<String> entries = new ArrayList<>();
		entries.add(Path.of("target", "classes").toAbsolutePath().toString());
		try {
			Stream.of(Files.readString(Path.of("target", "class-path")).split(File.pathSeparator))
				.filter((entry) -> this.without.stream().noneMatch((part) -> part.has(entry)))
				.forEach(entries::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return entries;
	}

	@Override
	public String toString() {
		return String.join(File.pathSeparator, entries());
	}

	/**
	 * Part that not every kind of application has.
	 */
	private enum Part {

		SERVLET("jakarta.servlet-api", "jakarta.websocket", "spring-boot-servlet", "spring-boot-starter-webmvc",
				"spring-boot-starter-websocket", "spring-boot-webmvc", "spring-boot-websocket", "spring-webmvc",
				"spring-websocket"),

		TOMCAT("spring-boot-starter-tomcat", "spring-boot-tomcat", "tomcat-embed-core", "tomcat-embed-websocket"),

		JETTY("jetty-", "spring-boot-jetty", "spring-boot-starter-jetty"),

		REACTIVE("reactor-netty", "spring-boot-netty", "spring-boot-reactor-netty", "spring-boot-starter-reactor-netty",
				"spring-boot-starter-webflux", "spring-boot-webflux", "spring-webflux"),

		DEVTOOLS("spring-boot-devtools"),

		CLOUD("spring-boot-integration", "spring-cloud-", "spring-integration-");

		private final List<String> artifacts;

		Part(String... artifacts) {
			this.artifacts = List.of(artifacts);
		}

		boolean has(String entry) {
			String jar = Path.of(entry).getFileName().toString();
			return this.artifacts.stream().anyMatch(jar::startsWith);
		}

	}

}
