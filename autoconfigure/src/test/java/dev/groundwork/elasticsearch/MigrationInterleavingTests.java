package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that any number of jobs may migrate at once, end at any request and start again,
 * while the application writes.
 */
class MigrationInterleavingTests {

	private static final VersionedDefinition OLD = definition("keyword");

	private static final VersionedDefinition NEW = definition("text");

	private static final VersionedDefinition OTHER = definition("long");

	private ModelVersionServer server = new ModelVersionServer();

	private final Map<String, String> acknowledged = new TreeMap<>();

	@Property(tries = 150)
	void nothingIsLostWhateverHappensToTheJobs(@ForAll @IntRange(min = 1, max = 5) int jobs,
			@ForAll @Size(min = 20, max = 150) List<@IntRange(max = 59) Integer> decisions) throws Exception {
		begin();
		List<Schedule.Actor> actors = new ArrayList<>(List.of(this::write));
		for (int i = 0; i < jobs; i++) {
			actors.add((point) -> migrate(NEW, point, "none"));
		}
		new Schedule(decisions).run(actors);
		assertThatOneServes(NEW);
	}

	@Property(tries = 150)
	void jobsThatGiveUpDoNotLetAnotherLoseWhatIsWrittenMeanwhile(
			@ForAll @Size(min = 20, max = 200) List<@IntRange(max = 49) Integer> decisions) throws Exception {
		begin();
		new Schedule(decisions)
			.run(List.of(this::write, (point) -> migrate(NEW, point, "none"), (point) -> migrate(OTHER, point, "first"),
					(point) -> migrate(OLD, point, "none"), (point) -> migrate(OTHER, point, "first")));
		String live = this.server.holders("documents").get(0);
		assertThat(this.server.holders("documents")).hasSize(1);
		assertThat(this.server.documents(live)).isEqualTo(this.acknowledged);
	}

	private void begin() {
		this.server = new ModelVersionServer();
		this.acknowledged.clear();
		this.server.put(OLD.first());
		for (String id : List.of("a", "b", "c")) {
			this.server.write("documents", id, "first");
			this.acknowledged.put(id, "first");
		}
	}

	private void write(Runnable point) {
		String[] ids = { "a", "d", "b", "a", "e", "c", "d" };
		for (int i = 0; i < ids.length * 4; i++) {
			try {
				point.run();
			}
			catch (DiagnosedException ex) {
				continue;
			}
			String document = (i % 3 == 2) ? "" : "write " + i;
			if (this.server.write("documents", ids[i % ids.length], document)) {
				if (document.isEmpty()) {
					this.acknowledged.remove(ids[i % ids.length]);
				}
				else {
					this.acknowledged.put(ids[i % ids.length], document);
				}
			}
		}
	}

	/**
	 * Run a job, again after each transient failure as if its process had died.
	 * @param definition the index as declared
	 * @param point comes before each request
	 * @param refused the document that the new version refuses
	 */
	private void migrate(VersionedDefinition definition, Runnable point, String refused) {
		while (true) {
			try {
				VersionServer seen = this.server.seenFrom(point, refused);
				IndexMigration job = new IndexMigration(seen, definition, new MigrationDiagnoses("index 'documents'"));
				job.run((progress) -> {
				});
				return;
			}
			catch (DiagnosedException ex) {
				if (ex.getKind() == FailureKind.PERMANENT) {
					return;
				}
			}
		}
	}

	private void assertThatOneServes(VersionedDefinition definition) {
		List<String> holders = this.server.holders("documents");
		assertThat(holders).hasSize(1);
		FoundIndex live = this.server.found(holders.get(0));
		assertThat(live.follows(definition.hash())).isTrue();
		assertThat(live.isFrozen("documents")).isFalse();
		assertThat(live.isWriteBlocked()).isFalse();
		assertThat(this.server.documents(live.name())).isEqualTo(this.acknowledged);
		assertThat(this.server.documents("documents-v1")).isNotNull();
		assertThat(this.server.swaps()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith("=documents")
					&& !entry.getKey().equals("documents-v1=documents")))
			.singleElement()
			.satisfies((entry) -> assertThat(entry.getValue()).isEqualTo(1));
	}

	private static VersionedDefinition definition(String type) {
		return VersionedDefinition.of(new IndexResource("documents", Map.of(),
				Map.of("properties", Map.of("title", Map.of("type", type))), Map.of()));
	}

}
