package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param body the body
 * @param headers the headers by their names in lower case
 * @param json the body as a JSON object, empty if it is none
 */
record Reply(int status, String body, Map<String, String> headers, Map<String, Object> json) {

	// Each parser learns anew how to read a map
	private static final JsonParser JSON = JsonParserFactory.getJsonParser();

	private static final int FIRST_REDIRECT = 300;

	private static final int FIRST_ERROR = 400;

	Reply(int status, String body, Map<String, String> headers) {
		this(status, body, Map.copyOf(headers), parse(body));
	}

	Reply(int status, String body) {
		this(status, body, Map.of());
	}

	boolean isError() {
		return this.status >= FIRST_ERROR;
	}

	boolean isRedirect() {
		return this.status >= FIRST_REDIRECT && this.status < FIRST_ERROR;
	}

	String header(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
	}

	/**
	 * Return whether the body is what Elasticsearch answers. A proxy answers with a page
	 * or a line of text.
	 * @return whether the body is a JSON object, an array, or empty
	 */
	boolean isJson() {
		String start = this.body.stripLeading();
		return start.isEmpty() || start.startsWith("[") || !this.json.isEmpty() || start.startsWith("{}");
	}

	private static Map<String, Object> parse(String body) {
		if (body.isBlank()) {
			return Map.of();
		}
		try {
			return JSON.parseMap(body);
		}
		catch (JsonParseException ex) {
			return Map.of();
		}
	}

	String errorType() {
		return Nested.text(Nested.map(this.json, "error"), "type");
	}

	/**
	 * Return the reason, with the innermost cause, which is the one that explains.
	 * @return the reason, or the beginning of the body if it has none
	 */
	String errorReason() {
		Map<String, Object> error = Nested.map(this.json, "error");
		if (error.isEmpty()) {
			String text = Nested.text(this.json, "error");
			return text.isEmpty() ? Excerpt.of(this.body) : text;
		}
		String reason = Nested.text(error, "reason");
		String deeper = Nested.text(innermost(error), "reason");
		return (deeper.isEmpty() || reason.contains(deeper)) ? reason : reason + " (" + deeper + ")";
	}

	private static Map<String, Object> innermost(Map<String, Object> error) {
		Map<String, Object> cause = Nested.map(error, "caused_by");
		while (!Nested.map(cause, "caused_by").isEmpty()) {
			cause = Nested.map(cause, "caused_by");
		}
		Object rootCauses = error.get("root_cause");
		if (cause.isEmpty() && rootCauses instanceof List<?> causes && !causes.isEmpty()) {
			cause = Nested.map(causes.get(0));
		}
		return cause;
	}

}
