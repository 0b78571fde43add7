package dev.groundwork.elasticsearch;

import java.util.stream.Collectors;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.elasticsearch.MigrationStep.GiveUpIncomplete;
import dev.groundwork.elasticsearch.MigrationStep.GiveUpUnlike;
import dev.groundwork.elasticsearch.MigrationStep.GiveWay;
import dev.groundwork.plan.Step;
import dev.groundwork.resource.Difference;

/**
 * Diagnoses why a migration does not come to its end.
 *
 * @param subject the index and where it was declared
 */
record MigrationDiagnoses(String subject) {

	private static final String JOB = "java -jar app.jar --groundwork.exit=true";

	/**
	 * An ordinary start waits until a job has migrated: it must not hold up readiness for
	 * as long as copying takes.
	 * @param step what would have to be done
	 * @return the diagnosis
	 */
	Diagnosis needsJob(Step step) {
		return new Diagnosis(FailureKind.TRANSIENT, this.subject, "waits for a job that migrates it",
				step.differences().stream().map(Difference::toString).collect(Collectors.joining("; ")),
				"Run the job of this release once: " + JOB);
	}

	Diagnosis givesWay(GiveWay giveWay) {
		return new Diagnosis(FailureKind.TRANSIENT, this.subject,
				"a newer definition is on its way in '%s'".formatted(giveWay.version().name()), "",
				"Wait for the job of the newer release, or run it again: " + JOB);
	}

	Diagnosis unlike(GiveUpUnlike unlike) {
		return permanent("'%s' was created from this definition and still differs".formatted(unlike.version().name()),
				unlike.differences().stream().map(Difference::toString).collect(Collectors.joining("; ")),
				"Look for a template that changes it: GET /_index_template/_simulate_index/%s. Writes to '%s' are allowed "
						+ "again.",
				unlike.version(), unlike.live());
	}

	Diagnosis incomplete(GiveUpIncomplete incomplete) {
		Measurement measured = incomplete.measurement();
		CopyResult copy = measured.copy();
		long refused = (copy != null) ? copy.refused() : 0;
		String counts = "%d documents in '%s', %d in '%s'".formatted(measured.documents(), measured.source(),
				measured.copied(), measured.candidate());
		if (copy == null || refused == 0) {
			return permanent("not every document came over", counts,
					"Nothing was swapped. Compare '%s' with '%s', which keeps serving and takes writes again.",
					incomplete.version(), incomplete.live());
		}
		return permanent("the new version refuses %d documents".formatted(refused),
				counts + "; " + String.join("; ", copy.samples()),
				"Correct the definition or the documents. Nothing was swapped: '%2$s' keeps serving and takes writes again; "
						+ "'%1$s' can be deleted.",
				incomplete.version(), incomplete.live());
	}

	private Diagnosis permanent(String cause, String evidence, String remedy, FoundIndex version, FoundIndex live) {
		return new Diagnosis(FailureKind.PERMANENT, this.subject, cause, evidence,
				remedy.formatted(version.name(), live.name()));
	}

	Diagnosis noEnd(int turns) {
		return new Diagnosis(FailureKind.TRANSIENT, this.subject,
				"the migration has not ended after %d steps: others interfere".formatted(turns), "",
				"Let only one release migrate at a time.");
	}

	Diagnosis interrupted() {
		return new Diagnosis(FailureKind.TRANSIENT, this.subject, "the migration was interrupted", "",
				"Run the job again: it goes on where this one ended.");
	}

}
