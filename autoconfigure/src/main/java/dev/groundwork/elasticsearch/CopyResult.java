package dev.groundwork.elasticsearch;

import java.util.List;

/**
 * What came of one pass of copying.
 *
 * @param refused how many documents the new version refused
 * @param samples why, for a few of them
 * @param fenced whether the version cannot be written to any more, because somebody else
 * has put it into service or given it up
 */
record CopyResult(long refused, List<String> samples, boolean fenced) {

	static final int MAX_SAMPLES = 5;

	CopyResult {
		samples = List.copyOf(samples.subList(0, Math.min(samples.size(), MAX_SAMPLES)));
	}

	static CopyResult complete() {
		return new CopyResult(0, List.of(), false);
	}

	static CopyResult stoppedByOthers() {
		return new CopyResult(0, List.of(), true);
	}

}
