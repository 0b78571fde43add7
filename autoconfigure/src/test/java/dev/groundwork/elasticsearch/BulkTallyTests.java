package dev.groundwork.elasticsearch;

import java.util.Map;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link BulkTally}.
 */
class BulkTallyTests {

	private final BulkTally tally = new BulkTally("index 'orders'");

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 409 })
	void documentThatIsThereCounts(int status) {
		assertThat(this.tally.add(item(status, "version_conflict_engine_exception"))).isFalse();
		assertThat(this.tally.there()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 429, 502, 503, 504 })
	void documentThatIsTurnedAwayIsSentAgain(int status) {
		assertThat(this.tally.add(item(status, "es_rejected_execution_exception"))).isTrue();
		assertThat(this.tally.result().refused()).isZero();
	}

	@Test
	void documentsThatAreRefusedCountWithFiveReasons() {
		for (int i = 0; i < 7; i++) {
			this.tally.add(item(400, "document_parsing_exception"));
		}
		assertThat(this.tally.result().refused()).isEqualTo(7);
		assertThat(this.tally.result().samples()).hasSize(CopyResult.MAX_SAMPLES);
	}

	@Test
	void aliasThatIsGoneStopsTheCopy() {
		this.tally.add(item(404, "index_not_found_exception"));
		assertThat(this.tally.result().fenced()).isTrue();
	}

	@Test
	void blockOfTheClusterEndsTheCopy() {
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class,
				() -> this.tally.add(item(403, "cluster_block_exception")));
		assertThat(failure.getKind()).isEqualTo(FailureKind.BLOCKED);
	}

	private static BulkItem item(int status, String type) {
		return new BulkItem("1", status, Map.of("type", type, "reason", "so"));
	}

}
