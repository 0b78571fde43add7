package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * {@link DocumentCopy} by {@code _reindex}, as a task that the server goes on with when
 * this client is gone; the next client finds it by its description.
 */
final class ServerSideCopy implements DocumentCopy {

	private static final int BATCH = 1000;

	/**
	 * What a server answers that does not know the path.
	 */
	private static final Set<Integer> UNKNOWN_PATH = Set.of(400, 404, 405);

	private final ElasticsearchHttp http;

	private final String subject;

	private final Patience patience;

	ServerSideCopy(ElasticsearchHttp http, String subject, Patience patience) {
		this.http = http;
		this.subject = subject;
		this.patience = patience;
	}

	/**
	 * Ask with a request that names no index: who knows it refuses it by name.
	 * @return whether the server can copy
	 */
	boolean isOffered() {
		Reply reply = this.http.post("/_reindex", Map.of(), Map.of("source", Map.of(), "dest", Map.of()));
		return !UNKNOWN_PATH.contains(reply.status())
				|| reply.errorType().equals("action_request_validation_exception");
	}

	@Override
	public CopyResult copy(String source, CopyTarget version, long documents, Consumer<String> progress) {
		String task = running(version);
		if (task.isEmpty()) {
			task = start(source, version);
		}
		long there = -1;
		while (true) {
			Map<String, Object> state = state(task);
			Map<String, Object> status = Nested.map(Nested.map(state, "task"), "status");
			long moved = number(status, "created") + number(status, "version_conflicts");
			if (moved != there) {
				there = moved;
				this.patience.renew();
				progress.accept(version.progress(moved, documents));
			}
			if (Nested.text(state, "completed").equals("true")) {
				return result(state);
			}
			String waiting = task;
			this.patience.pause(() -> new Diagnosis(FailureKind.TRANSIENT, this.subject,
					"copying into '%s' does not go on".formatted(version.version()), "task " + waiting,
					"See what it does: GET /_tasks/" + waiting));
		}
	}

	private String running(CopyTarget version) {
		Reply reply = this.http.get("/_tasks", Map.of("actions", "*reindex", "detailed", "true", "group_by", "none"));
		if (reply.isError() || !(reply.json().get("tasks") instanceof List<?> tasks)) {
			return "";
		}
		return tasks.stream()
			.map(Nested::map)
			.filter((task) -> Nested.text(task, "description").contains("to [" + version.alias() + "]")
					&& !task.containsKey("parent_task_id"))
			.map((task) -> Nested.text(task, "node") + ":" + Nested.text(task, "id"))
			.findFirst()
			.orElse("");
	}

	private String start(String source, CopyTarget version) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("conflicts", "proceed");
		body.put("source", Map.of("index", source, "size", BATCH));
		body.put("dest", Map.of("index", version.alias(), "op_type", "create"));
		Reply reply = this.http.post("/_reindex", Map.of("wait_for_completion", "false", "require_alias", "true"),
				body);
		if (reply.isError()) {
			throw new DiagnosedException(this.http.diagnoses().of(this.subject, reply), null);
		}
		return Nested.text(reply.json(), "task");
	}

	private Map<String, Object> state(String task) {
		Reply reply = this.http.get("/_tasks/" + task, Map.of());
		if (reply.errorType().equals("resource_not_found_exception")) {
			throw new DiagnosedException(new Diagnosis(FailureKind.TRANSIENT, this.subject,
					"the server no longer knows the task that copies", "task " + task,
					"It is started again; see the server's log."), null);
		}
		if (reply.isError()) {
			throw new DiagnosedException(this.http.diagnoses().of(this.subject, reply), null);
		}
		return reply.json();
	}

	private CopyResult result(Map<String, Object> state) {
		Map<String, Object> error = Nested.map(state, "error");
		if (!error.isEmpty()) {
			throw new DiagnosedException(
					new Diagnosis(FailureKind.TRANSIENT, this.subject, "copying has failed",
							Nested.text(error, "type") + ": " + Nested.text(error, "reason"), "See the server's log."),
					null);
		}
		Map<String, Object> response = Nested.map(state, "response");
		String canceled = Nested.text(response, "canceled");
		if (!canceled.isEmpty()) {
			throw new DiagnosedException(new Diagnosis(FailureKind.TRANSIENT, this.subject,
					"copying was canceled on the server", canceled, "It is started again, and adds what is missing."),
					null);
		}
		BulkTally tally = new BulkTally(this.subject);
		if (response.get("failures") instanceof List<?> failures) {
			failures.forEach((failure) -> tally.add(failure(Nested.map(failure))));
		}
		tally.refuseWhatIsBusy();
		return tally.result();
	}

	private static BulkItem failure(Map<String, Object> failure) {
		Map<String, Object> cause = Nested.map(failure, failure.containsKey("cause") ? "cause" : "reason");
		int status = failure.containsKey("id") ? (int) number(failure, "status") : BulkItem.UNAVAILABLE;
		return new BulkItem(Nested.text(failure, "id"), status, cause);
	}

	private static long number(Map<String, Object> members, String name) {
		return (members.get(name) instanceof Number number) ? number.longValue() : 0;
	}

}
