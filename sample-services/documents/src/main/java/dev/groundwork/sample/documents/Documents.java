package dev.groundwork.sample.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents. A change and the event that tells of it are kept in one transaction:
 * both or none.
 */
@Repository
class Documents {

	private static final int LIST_SIZE = 100;

	private final JdbcClient database;

	private final Outbox outbox;

	Documents(JdbcClient database, Outbox outbox) {
		this.database = database;
		this.outbox = outbox;
	}

	@Transactional
	Document create(DocumentText text) {
		Document document = Document.first(text);
		this.database.sql("""
				insert into documents.document (id, version, title, body, author, updated_at)
				values (:id, :version, :title, :body, :author, :updatedAt)""")
			.param("id", document.id())
			.param("version", document.version())
			.param("title", document.title())
			.param("body", document.body())
			.param("author", document.author())
			.param("updatedAt", document.updatedAt().atOffset(ZoneOffset.UTC))
			.update();
		this.outbox.add(DocumentEvent.created(document));
		return document;
	}

	/**
	 * Edit a document.
	 * @param id the id of the document
	 * @param edit the edit
	 * @return the new version, or nothing if there is no such document
	 * @throws VersionConflictException if it is not at the version that was edited
	 */
	@Transactional
	Optional<Document> edit(UUID id, DocumentEdit edit) {
		Document document = Document.next(id, edit);
		int updated = this.database.sql("""
				update documents.document
				set version = :version, title = :title, body = :body, author = :author, updated_at = :updatedAt
				where id = :id and version = :edited""")
			.param("id", id)
			.param("edited", edit.version())
			.param("version", document.version())
			.param("title", document.title())
			.param("body", document.body())
			.param("author", document.author())
			.param("updatedAt", document.updatedAt().atOffset(ZoneOffset.UTC))
			.update();
		if (updated == 0) {
			find(id).ifPresent((other) -> {
				throw new VersionConflictException(id, edit.version());
			});
			return Optional.empty();
		}
		this.outbox.add(DocumentEvent.updated(document));
		return Optional.of(document);
	}

	Optional<Document> find(UUID id) {
		return this.database.sql("""
				select id, version, title, body, author, updated_at from documents.document where id = :id""")
			.param("id", id)
			.query((row, number) -> new Document(id(row), row.getLong("version"), row.getString("title"),
					row.getString("body"), row.getString("author"), updatedAt(row)))
			.optional();
	}

	/**
	 * Return the documents that were edited last.
	 * @return at most a hundred of them, the latest first
	 */
	List<DocumentSummary> latest() {
		return this.database.sql("""
				select id, version, title, author, updated_at from documents.document
				order by updated_at desc limit :size""")
			.param("size", LIST_SIZE)
			.query((row, number) -> new DocumentSummary(id(row), row.getLong("version"), row.getString("title"),
					row.getString("author"), updatedAt(row)))
			.list();
	}

	private static UUID id(ResultSet row) throws SQLException {
		return row.getObject("id", UUID.class);
	}

	private static Instant updatedAt(ResultSet row) throws SQLException {
		return row.getObject("updated_at", OffsetDateTime.class).toInstant();
	}

}
