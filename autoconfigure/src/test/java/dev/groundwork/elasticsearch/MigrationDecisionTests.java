package dev.groundwork.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.elasticsearch.MigrationStep.Block;
import dev.groundwork.elasticsearch.MigrationStep.Copy;
import dev.groundwork.elasticsearch.MigrationStep.Create;
import dev.groundwork.elasticsearch.MigrationStep.Finish;
import dev.groundwork.elasticsearch.MigrationStep.Freeze;
import dev.groundwork.elasticsearch.MigrationStep.GiveUpIncomplete;
import dev.groundwork.elasticsearch.MigrationStep.Measure;
import dev.groundwork.elasticsearch.MigrationStep.Swap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationDecision}.
 */
class MigrationDecisionTests {

	private static final VersionedDefinition OLD = definition("keyword");

	private static final VersionedDefinition NEW = definition("text");

	private static final FoundIndex WRITABLE = live(true, false);

	private static final FoundIndex BLOCKED = live(false, true);

	private static final FoundIndex CANDIDATE = candidate("seven");

	@Test
	void nameThatStandsForNothingNeedsNoMigration() {
		assertThat(next(null)).isInstanceOf(Finish.class);
	}

	@Test
	void indexThatServesTheDefinitionNeedsNoMigration() {
		assertThat(MigrationDecision.next(OLD, found(OLD, WRITABLE), null)).isInstanceOf(Finish.class);
	}

	@Test
	void writesAreRefusedFirst() {
		assertThat(next(null, WRITABLE)).isInstanceOf(Freeze.class);
	}

	@Test
	void writesUnderWayAreAwaitedSecond() {
		assertThat(next(null, live(false, false))).isInstanceOf(Block.class);
	}

	@Test
	void stateOfTheSourceIsReadBeforeTheVersionIsCreated() {
		assertThat(next(null, BLOCKED)).isInstanceOf(Measure.class);
	}

	@Test
	void versionIsCreatedForTheStateOfTheSource() {
		assertThat(next(new Measurement("orders-v1", "seven", 0, "", 0, null), BLOCKED))
			.isInstanceOfSatisfying(Create.class, (create) -> {
				assertThat(create.number()).isEqualTo(2);
				assertThat(create.versionRecord().checkpoint()).isEqualTo("seven");
			});
	}

	@Test
	void documentsThatAreMissingAreCopied() {
		assertThat(next(measured("seven", 10, 3, null), BLOCKED, CANDIDATE)).isInstanceOf(Copy.class);
	}

	@Test
	void nameIsMovedWhenTheCountsAreEqual() {
		assertThat(next(measured("seven", 10, 10, CopyResult.complete()), BLOCKED, CANDIDATE)).isInstanceOf(Swap.class);
	}

	@Test
	void nameIsNotMovedWhenTheCountsDiffer() {
		assertThat(next(measured("seven", 10, 9, CopyResult.complete()), BLOCKED, CANDIDATE))
			.isInstanceOf(GiveUpIncomplete.class);
	}

	@Test
	void nameIsNotMovedWhenTheSourceHasChangedThoughTheCountsAreEqual() {
		assertThat(next(measured("eight", 10, 10, CopyResult.complete()), BLOCKED, CANDIDATE))
			.isInstanceOfSatisfying(Create.class, (create) -> {
				assertThat(create.number()).isEqualTo(3);
				assertThat(create.versionRecord().checkpoint()).isEqualTo("eight");
			});
	}

	@Test
	void countsThatDifferAreBothNamed() {
		GiveUpIncomplete incomplete = new GiveUpIncomplete(BLOCKED, CANDIDATE,
				measured("seven", 10, 9, CopyResult.complete()));
		assertThat(new MigrationDiagnoses("index 'orders'").incomplete(incomplete).evidence())
			.contains("10 documents in 'orders-v1', 9 in 'orders-v2'");
	}

	private static MigrationStep next(@Nullable Measurement measurement, FoundIndex... indexes) {
		return MigrationDecision.next(NEW, found(NEW, indexes), measurement);
	}

	private static Measurement measured(String checkpoint, long documents, long copied, @Nullable CopyResult copy) {
		return new Measurement("orders-v1", checkpoint, documents, "orders-v2", copied, copy);
	}

	private static FoundVersions found(VersionedDefinition definition, FoundIndex... indexes) {
		Map<String, FoundIndex> found = new LinkedHashMap<>();
		for (FoundIndex index : indexes) {
			found.put(index.name(), index);
		}
		return new FoundVersions(definition.name(), found);
	}

	private static FoundIndex live(boolean writable, boolean blocked) {
		return new FoundIndex("orders-v1", Map.of("settings", blocked ? Map.of("index.blocks.write", "true") : Map.of(),
				"mappings", OLD.first().mappings(), "aliases", Map.of("orders", Map.of("is_write_index", writable))));
	}

	private static FoundIndex candidate(String checkpoint) {
		VersionRecord versionRecord = new VersionRecord(NEW.hash(), List.of(OLD.hash()), "orders-v1", checkpoint);
		IndexResource index = NEW.next(2, versionRecord);
		return new FoundIndex(index.name(),
				Map.of("settings", Map.of(), "mappings", index.mappings(), "aliases", index.aliases()));
	}

	private static VersionedDefinition definition(String type) {
		return VersionedDefinition.of(new IndexResource("orders", Map.of(),
				Map.of("properties", Map.of("title", Map.of("type", type))), Map.of()));
	}

}
