package dev.groundwork.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * A {@link ProbeStatus} as JSON.
 */
final class ProbeJson {

	private static final JsonWriter<Map<String, Object>> WRITER = JsonWriter.standard();

	private ProbeJson() {
	}

	static byte[] of(ProbeStatus status) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("status", status.state().name());
		json.put("seconds", seconds(status.elapsed()));
		putIfPresent(json, "broken", status.breakage());
		json.put("waitingFor", status.waitingFor().stream().map(ProbeJson::awaited).toList());
		putIfPresent(json, "cycle", status.cycle());
		return WRITER.writeToString(json).getBytes(StandardCharsets.UTF_8);
	}

	private static Map<String, Object> awaited(AwaitedThing thing) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("kind", thing.kind());
		json.put("name", thing.name());
		json.put("reason", thing.reason());
		putIfPresent(json, "since", thing.since());
		json.put("seconds", seconds(thing.elapsed()));
		putIfPresent(json, "thread", thing.thread());
		return json;
	}

	private static void putIfPresent(Map<String, Object> json, String name, @Nullable Object value) {
		if (value != null) {
			json.put(name, value.toString());
		}
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

}
