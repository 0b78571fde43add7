package dev.groundwork.contract;

import java.util.List;
import java.util.Set;

/**
 * Names that are set by the machine, the JVM or Spring Boot, and by nobody who configures
 * an application.
 */
final class PlatformNames {

	private static final Set<String> NAMES = Set.of("HOME", "HOSTNAME", "KUBERNETES_SERVICE_HOST",
			"KUBERNETES_SERVICE_PORT", "LANG", "PATH", "PID", "PWD", "SHELL", "TMPDIR", "USER");

	private static final List<String> PREFIXES = List.of("file.", "java.", "jdk.", "line.", "local.", "native.", "os.",
			"path.", "random.", "sun.", "user.");

	private PlatformNames() {
	}

	static boolean include(String name) {
		return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
	}

}
