package dev.groundwork.elasticsearch;

import java.util.Map;
import java.util.Set;

/**
 * What the server says about one document of a batch.
 *
 * @param id the identifier of the document
 * @param status the HTTP status
 * @param error the error, empty if there is none
 */
record BulkItem(String id, int status, Map<String, Object> error) {

	static final int UNAVAILABLE = 503;

	private static final int FIRST_ERROR = 300;

	private static final int CONFLICT = 409;

	private static final Set<Integer> BUSY = Set.of(408, 429, 502, UNAVAILABLE, 504);

	boolean isThere() {
		return this.status < FIRST_ERROR || this.status == CONFLICT;
	}

	boolean isFenced() {
		return type().equals("index_not_found_exception");
	}

	boolean isBlocked() {
		return type().equals("cluster_block_exception");
	}

	boolean isBusy() {
		return BUSY.contains(this.status);
	}

	private String type() {
		return Nested.text(this.error, "type");
	}

	String describe() {
		String deeper = Nested.text(Nested.map(this.error, "caused_by"), "reason");
		return "%s: %s%s".formatted(this.id, Nested.text(this.error, "reason"),
				deeper.isEmpty() ? "" : " (" + deeper + ")");
	}

}
