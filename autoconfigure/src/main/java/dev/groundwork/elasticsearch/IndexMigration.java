package dev.groundwork.elasticsearch;

import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.elasticsearch.MigrationStep.Block;
import dev.groundwork.elasticsearch.MigrationStep.Copy;
import dev.groundwork.elasticsearch.MigrationStep.Correct;
import dev.groundwork.elasticsearch.MigrationStep.Create;
import dev.groundwork.elasticsearch.MigrationStep.Finish;
import dev.groundwork.elasticsearch.MigrationStep.Freeze;
import dev.groundwork.elasticsearch.MigrationStep.GiveUpIncomplete;
import dev.groundwork.elasticsearch.MigrationStep.GiveUpUnlike;
import dev.groundwork.elasticsearch.MigrationStep.GiveWay;
import dev.groundwork.elasticsearch.MigrationStep.Measure;
import dev.groundwork.elasticsearch.MigrationStep.Swap;
import org.jspecify.annotations.Nullable;

/**
 * Migrates one index to its next version: reads, decides, does one thing, and reads
 * again. Holds nothing that matters, so it may end anywhere and any other may go on.
 */
final class IndexMigration {

	/**
	 * A migration needs about ten turns; more only as long as others interfere.
	 */
	private static final int MAX_TURNS = 100;

	private final VersionServer server;

	private final VersionedDefinition definition;

	private final MigrationDiagnoses diagnoses;

	private @Nullable Measurement measurement;

	private boolean swapped;

	IndexMigration(VersionServer server, VersionedDefinition definition, MigrationDiagnoses diagnoses) {
		this.server = server;
		this.definition = definition;
		this.diagnoses = diagnoses;
	}

	/**
	 * Run until the name stands for an index that serves the definition.
	 * @param progress told how far it got
	 * @return whether this run has moved the name; {@code false} if there was nothing to
	 * do any more
	 * @throws DiagnosedException if it cannot be done, or not now
	 */
	boolean run(Consumer<String> progress) {
		for (int turn = 0; turn < MAX_TURNS; turn++) {
			if (Thread.currentThread().isInterrupted()) {
				throw new DiagnosedException(this.diagnoses.interrupted(), null);
			}
			FoundVersions found = this.server.read(this.definition.name());
			MigrationStep next = MigrationDecision.next(this.definition, found, this.measurement);
			if (next instanceof Finish) {
				return this.swapped;
			}
			take(next, found, progress);
		}
		throw new DiagnosedException(this.diagnoses.noEnd(MAX_TURNS), null);
	}

	private void take(MigrationStep next, FoundVersions found, Consumer<String> progress) {
		try {
			act(next, progress);
		}
		catch (DiagnosedException ex) {
			FoundIndex live = found.live();
			if (ex.getKind() == FailureKind.PERMANENT && live != null && live.isFrozen(found.name().alias())) {
				allowWritesAfter(ex, live);
			}
			throw ex;
		}
	}

	private void act(MigrationStep next, Consumer<String> progress) {
		if (next instanceof GiveWay giveWay) {
			throw new DiagnosedException(this.diagnoses.givesWay(giveWay), null);
		}
		else if (next instanceof Freeze freeze) {
			progress.accept("writes by '%s' are refused from now on".formatted(this.definition.name().alias()));
			this.server.alias(AliasChanges.freeze(this.definition.name(), freeze.live()));
		}
		else if (next instanceof Block block) {
			this.server.block(block.live().name());
		}
		else if (next instanceof Measure measure) {
			this.measurement = measure(measure.live(), measure.version(), null);
		}
		else if (next instanceof Create create) {
			this.server.create(this.definition.next(create.number(), create.versionRecord()));
			this.measurement = null;
		}
		else if (next instanceof Correct correct) {
			this.server.correct(this.definition.next(correct.number(), correct.versionRecord()));
		}
		else if (next instanceof Copy copy) {
			copy(copy, progress);
		}
		else if (next instanceof Swap swap) {
			this.swapped = this.server.alias(AliasChanges.swap(this.definition, swap.live(), swap.version()))
					|| this.swapped;
		}
		else if (next instanceof GiveUpUnlike unlike) {
			throw new DiagnosedException(this.diagnoses.unlike(unlike), null);
		}
		else if (next instanceof GiveUpIncomplete incomplete) {
			throw new DiagnosedException(this.diagnoses.incomplete(incomplete), null);
		}
	}

	private Measurement measure(FoundIndex live, @Nullable FoundIndex version, @Nullable CopyResult copy) {
		String checkpoint = this.server.checkpoint(live.name());
		if (version == null) {
			return new Measurement(live.name(), checkpoint, 0, "", 0, null);
		}
		return new Measurement(live.name(), checkpoint, this.server.count(live.name()), version.name(),
				this.server.count(version.name()), copy);
	}

	private void copy(Copy copy, Consumer<String> progress) {
		Measurement before = this.measurement;
		long documents = (before != null) ? before.documents() : 0;
		CopyResult result = this.server.copy(copy.live().name(), this.definition.copyTarget(copy.version()), documents,
				progress);
		this.measurement = result.fenced() ? null : measure(copy.live(), copy.version(), result);
	}

	private void allowWritesAfter(DiagnosedException failure, FoundIndex live) {
		try {
			allowWrites(live);
		}
		catch (DiagnosedException ex) {
			// To be tried again is more than to end while writes are refused
			ex.addSuppressed(failure);
			throw ex;
		}
	}

	/**
	 * Allow writes to the index behind the name, unless the name has moved. The block
	 * counts only where the name itself allows writes, so it does not matter in which
	 * order replicas do this.
	 * @param live the index behind the name
	 */
	void allowWrites(FoundIndex live) {
		this.server.unblock(live.name());
		if (this.server.alias(AliasChanges.thaw(this.definition.name(), live))) {
			this.server.unblock(live.name());
		}
	}

}
