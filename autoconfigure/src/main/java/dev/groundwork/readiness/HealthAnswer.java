package dev.groundwork.readiness;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;

/**
 * What the health endpoint of another Spring Boot application answers.
 */
final class HealthAnswer {

	static final HealthAnswer NONE = new HealthAnswer(Map.of());

	private static final JsonParser JSON = JsonParserFactory.getJsonParser();

	private static final String MEDIA_TYPE = "application/vnd.spring-boot.actuator";

	private final Map<String, Object> root;

	private HealthAnswer(Map<String, Object> root) {
		this.root = root;
	}

	static boolean isSaidToBeIn(String contentType) {
		return contentType.startsWith(MEDIA_TYPE);
	}

	static HealthAnswer parse(String json) {
		try {
			return new HealthAnswer(JSON.parseMap(json));
		}
		catch (JsonParseException ex) {
			return NONE;
		}
	}

	boolean isDegraded() {
		return isDegraded(this.root);
	}

	/**
	 * Return the names of what is degraded there.
	 * @return the names of components without components of their own; empty if the
	 * application does not show them
	 */
	List<String> degraded() {
		return degradedIn(this.root).distinct().sorted().toList();
	}

	private static Stream<String> degradedIn(Map<?, ?> health) {
		return components(health).entrySet()
			.stream()
			.flatMap((component) -> degraded(component.getKey(), component.getValue()));
	}

	private static Stream<String> degraded(Object name, Object health) {
		if (!(health instanceof Map<?, ?> map) || !isDegraded(map)) {
			return Stream.empty();
		}
		return components(map).isEmpty() ? Stream.of(name.toString()) : degradedIn(map);
	}

	private static Map<?, ?> components(Map<?, ?> health) {
		return (health.get("components") instanceof Map<?, ?> components) ? components : Map.of();
	}

	private static boolean isDegraded(Map<?, ?> health) {
		return DependencyStatus.DEGRADED.name().equals(health.get("status"));
	}

}
