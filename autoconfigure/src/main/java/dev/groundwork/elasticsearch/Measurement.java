package dev.groundwork.elasticsearch;

import org.jspecify.annotations.Nullable;

/**
 * What was measured while nobody could write to the source.
 *
 * @param source the name of the index to copy from
 * @param checkpoint the state of the source; changes with every write
 * @param documents the number of documents in the source
 * @param candidate the name of the version to copy into, empty if there was none
 * @param copied the number of documents in it
 * @param copy what came of copying or {@code null} if nothing was copied yet
 */
record Measurement(String source, String checkpoint, long documents, String candidate, long copied,
		@Nullable CopyResult copy) {

	boolean isOf(FoundIndex live, @Nullable FoundIndex version) {
		return this.source.equals(live.name()) && this.candidate.equals((version != null) ? version.name() : "");
	}

	boolean isComplete() {
		return this.documents == this.copied;
	}

}
