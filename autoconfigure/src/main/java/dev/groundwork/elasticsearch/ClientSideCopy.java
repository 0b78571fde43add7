package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.hc.core5.http.ContentTooLongException;

/**
 * {@link DocumentCopy} in batches through this client: one is read, then written, so the
 * server sets the pace.
 */
final class ClientSideCopy implements DocumentCopy {

	private static final int FIRST_SIZE = 100;

	private static final int SMALLER = 4;

	private static final String KEEP_ALIVE = "5m";

	private final ElasticsearchHttp http;

	private final String subject;

	private final Patience patience;

	ClientSideCopy(ElasticsearchHttp http, String subject, Patience patience) {
		this.http = http;
		this.subject = subject;
		this.patience = patience;
	}

	@Override
	public CopyResult copy(String source, CopyTarget version, long documents, Consumer<String> progress) {
		Reply opened = accepted(
				this.http.post("/%s/_pit".formatted(source), Map.of("keep_alive", KEEP_ALIVE), Map.of()));
		String pointInTime = Nested.text(opened.json(), "id");
		try {
			return copyFrom(pointInTime, version, documents, progress);
		}
		finally {
			this.http.delete("/_pit", Map.of("id", pointInTime));
		}
	}

	private CopyResult copyFrom(String pointInTime, CopyTarget version, long documents, Consumer<String> progress) {
		BulkTally tally = new BulkTally(this.subject);
		CopyBatch batch = read(pointInTime, "", FIRST_SIZE);
		while (!batch.lines().isEmpty() && !tally.isFenced()) {
			write(batch.lines(), version, tally);
			progress.accept(version.progress(tally.there(), documents));
			batch = read(pointInTime, batch.last(), batch.nextSize());
		}
		return tally.result();
	}

	private CopyBatch read(String pointInTime, String after, int size) {
		int documents = size;
		while (true) {
			try {
				return search(pointInTime, after, documents);
			}
			catch (DiagnosedException ex) {
				if (!isTooLong(ex)) {
					throw ex;
				}
				if (documents == 1) {
					throw new DiagnosedException(new Diagnosis(FailureKind.PERMANENT, this.subject,
							"a document is larger than the client takes", ex.getDiagnoses().get(0).evidence(),
							"Make it smaller, or delete it, and run the job again."), ex);
				}
				documents = Math.max(1, documents / SMALLER);
			}
		}
	}

	private static boolean isTooLong(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ContentTooLongException) {
				return true;
			}
		}
		return false;
	}

	private CopyBatch search(String pointInTime, String after, int size) {
		Map<String, Object> body = new TreeMap<>();
		body.put("pit", Map.of("id", pointInTime, "keep_alive", KEEP_ALIVE));
		body.put("size", size);
		body.put("sort", List.of("_shard_doc"));
		body.put("track_total_hits", false);
		if (!after.isEmpty()) {
			body.put("search_after", RawJson.elements(after).stream().map(Long::valueOf).toList());
		}
		Reply reply = this.http.post("/_search", Map.of("allow_partial_search_results", "false"), body);
		return CopyBatch.of(accepted(reply).body());
	}

	private void write(List<String> lines, CopyTarget version, BulkTally tally) {
		List<String> pending = lines;
		while (!pending.isEmpty() && !tally.isFenced()) {
			List<String> turnedAway = send(pending, version, tally);
			if (turnedAway.size() < pending.size()) {
				this.patience.renew();
			}
			pending = turnedAway;
			if (!pending.isEmpty()) {
				this.patience.pause(tally::busy);
			}
		}
	}

	private List<String> send(List<String> lines, CopyTarget version, BulkTally tally) {
		Reply reply = this.http.post("/%s/_bulk".formatted(version.alias()), Map.of("require_alias", "true",
				"filter_path", "items.create._id,items.create.status,items.create.error"), String.join("", lines));
		if (reply.status() == 429) {
			return lines;
		}
		List<?> items = (accepted(reply).json().get("items") instanceof List<?> list) ? list : List.of();
		List<String> turnedAway = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			Map<String, Object> item = Nested.map(Nested.map(items.get(i)), "create");
			int status = (item.get("status") instanceof Number number) ? number.intValue() : BulkItem.UNAVAILABLE;
			if (tally.add(new BulkItem(Nested.text(item, "_id"), status, Nested.map(item, "error")))) {
				turnedAway.add(lines.get(i));
			}
		}
		return turnedAway;
	}

	private Reply accepted(Reply reply) {
		if (reply.isError()) {
			throw new DiagnosedException(this.http.diagnoses().of(this.subject, reply), null);
		}
		return reply;
	}

}
