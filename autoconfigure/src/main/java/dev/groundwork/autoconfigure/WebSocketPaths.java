package dev.groundwork.autoconfigure;

import java.util.Collection;
import java.util.function.Supplier;

import org.springframework.core.env.Environment;

/**
 * Source of the paths on which the embedded web server answers a WebSocket upgrade. A
 * path with a variable or a wildcard is none: it has to be configured.
 */
@FunctionalInterface
interface WebSocketPaths extends Supplier<Collection<String>> {

	static boolean isLiteral(String path) {
		return !path.contains("*") && !path.contains("{") && !path.contains("?");
	}

	static String contextPath(Environment environment) {
		return environment.getProperty("server.servlet.context-path", "");
	}

	static String join(String prefix, String path) {
		String start = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
		return start + (path.startsWith("/") ? path : "/" + path);
	}

}
