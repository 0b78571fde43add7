package dev.groundwork.sample.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.local.LocalPostgreSql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Integration tests for {@link Documents}, {@link Outbox} and {@link DatabaseSchema}.
 */
class OutboxIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final DocumentText DRAFT = new DocumentText("Plan", "A first draft", "ann");

	private final HikariDataSource dataSource = dataSource(infrastructure.postgreSql());

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final JdbcClient database = JdbcClient.create(this.dataSource);

	private final TransactionTemplate transactions = new TransactionTemplate(
			new JdbcTransactionManager(this.dataSource));

	private final Outbox outbox = new Outbox(this.database, this.mapper);

	private final Documents documents = new Documents(this.database, this.outbox);

	private static HikariDataSource dataSource(LocalPostgreSql server) {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(server.getJdbcUrl());
		dataSource.setUsername(server.getUsername());
		dataSource.setPassword(server.getPassword());
		return dataSource;
	}

	@BeforeEach
	void createTables() {
		this.database.sql("drop schema if exists documents cascade").update();
		CompletableFuture.allOf(IntStream.range(0, 8).mapToObj((i) -> CompletableFuture.runAsync(() -> {
			try {
				new DatabaseSchema(this.dataSource, this.transactions).run((reason) -> {
				});
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		})).toArray(CompletableFuture[]::new)).join();
	}

	@AfterEach
	void close() {
		this.dataSource.close();
	}

	@Test
	void documentIsFoundAsItWasCreated() {
		Document created = create(DRAFT);
		assertThat(this.documents.find(created.id())).contains(created);
		assertThat(this.documents.latest())
			.containsExactly(new DocumentSummary(created.id(), 1, "Plan", "ann", created.updatedAt()));
	}

	@Test
	void transactionThatIsRolledBackLeavesNeitherDocumentNorEvent() {
		assertThatIllegalStateException().isThrownBy(() -> this.transactions.executeWithoutResult((status) -> {
			this.documents.create(DRAFT);
			throw new IllegalStateException();
		}));
		assertThat(this.documents.latest()).isEmpty();
		assertThat(lockNext()).isEmpty();
	}

	@Test
	void editCountsTheVersionUpUnlessSomebodyElseWasFaster() {
		UUID id = create(DRAFT).id();
		DocumentEdit edit = new DocumentEdit(1, "Plan B", "A second draft", "bob");
		assertThat(edit(id, edit)).map(Document::version).contains(2L);
		assertThatExceptionOfType(VersionConflictException.class).isThrownBy(() -> edit(id, edit));
		assertThat(edit(UUID.randomUUID(), edit)).isEmpty();
	}

	@Test
	void onlyTheOldestEventOfADocumentMayBePublished() {
		UUID id = create(DRAFT).id();
		edit(id, new DocumentEdit(1, "Plan B", "", "bob"));
		List<PendingEvent> first = lockNext();
		assertThat(first).extracting(PendingEvent::type).containsExactly("document.created");
		this.outbox.remove(List.of(first.get(0).id()));
		assertThat(lockNext()).extracting(PendingEvent::type).containsExactly("document.updated");
	}

	@Test
	void replicasThatRelayAtOnceKeepTheOrderOfEachDocumentAndPublishEachEventOnce() {
		List<UUID> ids = IntStream.range(0, 5).mapToObj((i) -> create(DRAFT).id()).toList();
		Map<String, Queue<Long>> published = new ConcurrentHashMap<>();
		CompletableFuture<Void> editing = CompletableFuture.runAsync(() -> {
			for (int version = 1; version < 20; version++) {
				for (UUID id : ids) {
					edit(id, new DocumentEdit(version, "Plan", "", "bob"));
				}
			}
		});
		CompletableFuture
			.allOf(IntStream.range(0, 4)
				.mapToObj((seed) -> CompletableFuture.runAsync(() -> relay(new Random(seed), editing, published)))
				.toArray(CompletableFuture[]::new))
			.join();
		List<Long> inOrder = IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList();
		assertThat(published).hasSize(5);
		assertThat(published.values())
			.allSatisfy((versions) -> assertThat(versions).containsExactlyElementsOf(inOrder));
	}

	/**
	 * Relay like a replica whose broker confirms every other event.
	 */
	private void relay(Random random, CompletableFuture<Void> editing, Map<String, Queue<Long>> published) {
		while (!editing.isDone()
				|| this.database.sql("select count(*) from documents.outbox").query(Integer.class).single() > 0) {
			this.transactions.executeWithoutResult((status) -> {
				List<PendingEvent> confirmed = this.outbox.lockNext(3)
					.stream()
					.filter((event) -> random.nextBoolean())
					.toList();
				confirmed.forEach((event) -> {
					JsonNode json = this.mapper.readTree(event.payload());
					published.computeIfAbsent(json.get("documentId").asString(), (id) -> new ConcurrentLinkedQueue<>())
						.add(json.get("version").asLong());
				});
				this.outbox.remove(confirmed.stream().map(PendingEvent::id).collect(Collectors.toSet()));
			});
		}
	}

	private Document create(DocumentText text) {
		return this.transactions.execute((status) -> this.documents.create(text));
	}

	private Optional<Document> edit(UUID id, DocumentEdit edit) {
		return this.transactions.execute((status) -> this.documents.edit(id, edit));
	}

	private List<PendingEvent> lockNext() {
		return this.transactions.execute((status) -> this.outbox.lockNext(10));
	}

}
