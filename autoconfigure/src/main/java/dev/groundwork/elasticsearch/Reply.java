package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param body the body
 */
record Reply(int status, String body) {

	private static final int FIRST_ERROR = 400;

	boolean isError() {
		return this.status >= FIRST_ERROR;
	}

	Map<String, Object> json() {
		if (this.body.isBlank()) {
			return Map.of();
		}
		try {
			return JsonParserFactory.getJsonParser().parseMap(this.body);
		}
		catch (JsonParseException ex) {
			return Map.of();
		}
	}

	String errorType() {
		return Nested.text(Nested.map(json(), "error"), "type");
	}

	/**
	 * Return the reason, with the innermost cause, which is the one that explains.
	 * @return the reason, or the whole body if it has none
	 */
	String errorReason() {
		Map<String, Object> error = Nested.map(json(), "error");
		if (error.isEmpty()) {
			return this.body;
		}
		Object rootCauses = error.get("root_cause");
		Map<String, Object> cause = Nested.map(error, "caused_by");
		if (cause.isEmpty() && rootCauses instanceof List<?> causes && !causes.isEmpty()) {
			cause = Nested.map(causes.get(0));
		}
		String reason = Nested.text(error, "reason");
		String deeper = Nested.text(cause, "reason");
		return (deeper.isEmpty() || reason.contains(deeper)) ? reason : reason + " (" + deeper + ")";
	}

}
