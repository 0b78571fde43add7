package dev.groundwork.drills;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.groundwork.drills.application.websocket.PresenceApplication;
import dev.groundwork.readiness.Readiness;

import org.springframework.util.FileSystemUtils;

/**
 * The class path of a service: what the build has resolved for the module of the
 * services, which knows nothing of Groundwork. The starter brings one more artifact, as
 * its other dependency, Actuator, is there anyway.
 *
 * @param half whether Groundwork is on it
 * @param devTools whether DevTools are on it
 * @param services the jar of the services, or a folder with what is in it
 */
record ClassPath(Half half, boolean devTools, Path services) {

	private static final String DEV_TOOLS = "spring-boot-devtools";

	boolean isUnpacked() {
		return Files.isDirectory(this.services);
	}

	@Override
	public String toString() {
		List<String> entries = new ArrayList<>(List.of(this.services.toString()));
		if (this.half == Half.GROUNDWORK) {
			entries.add(location(Readiness.class).toString());
		}
		for (String library : read(builtServices().resolveSibling("class-path")).split(File.pathSeparator)) {
			if (this.devTools || !Path.of(library).getFileName().toString().startsWith(DEV_TOOLS)) {
				entries.add(library);
			}
		}
		return String.join(File.pathSeparator, entries);
	}

	/**
	 * Return what the build has made of the services.
	 * @return the jar
	 */
	static Path builtServices() {
		return location(PresenceApplication.class);
	}

	/**
	 * Copy the class files of which the jar of the services was made.
	 * @param folder the folder that gets them
	 * @return the folder
	 * @throws IOException if they cannot be copied
	 */
	static Path unpackServices(Path folder) throws IOException {
		FileSystemUtils.copyRecursively(builtServices().resolveSibling("classes"), folder);
		return folder;
	}

	private static Path location(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Build the services of the drills first: ./mvnw package", ex);
		}
	}

}
