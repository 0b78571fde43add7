package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * Counts what the server says about documents, and keeps a few reasons.
 */
final class BulkTally {

	private final String subject;

	private final List<String> samples = new ArrayList<>();

	private long there;

	private long refused;

	private long busy;

	private boolean fenced;

	BulkTally(String subject) {
		this.subject = subject;
	}

	/**
	 * Add a document.
	 * @param item what the server says about it
	 * @return whether it has to be sent again
	 * @throws DiagnosedException if the server takes no documents at all
	 */
	boolean add(BulkItem item) {
		if (item.isThere()) {
			this.there++;
		}
		else if (item.isFenced()) {
			this.fenced = true;
		}
		else if (item.isBlocked()) {
			throw new DiagnosedException(new Diagnosis(FailureKind.BLOCKED, this.subject,
					"the cluster refuses writes to the new version", item.describe(),
					"Free disk space, or lift the block: see index.blocks.* in GET /_settings."), null);
		}
		else if (item.isBusy()) {
			this.busy++;
			return true;
		}
		else {
			this.refused++;
			if (this.samples.size() < CopyResult.MAX_SAMPLES) {
				this.samples.add(item.describe());
			}
		}
		return false;
	}

	void refuseWhatIsBusy() {
		if (this.busy > 0) {
			throw new DiagnosedException(busy(), null);
		}
	}

	Diagnosis busy() {
		return new Diagnosis(FailureKind.TRANSIENT, this.subject, "the server is too busy to take documents",
				"%d documents were turned away".formatted(this.busy), "Wait, or run the job when there is less to do.");
	}

	long there() {
		return this.there;
	}

	boolean isFenced() {
		return this.fenced;
	}

	CopyResult result() {
		return this.fenced ? CopyResult.stoppedByOthers() : new CopyResult(this.refused, this.samples, false);
	}

}
