package dev.groundwork.sample.documents;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Events that are decided and not published yet. All methods need a transaction.
 */
@Repository
class Outbox {

	private final JdbcClient database;

	private final JsonMapper mapper;

	Outbox(JdbcClient database, JsonMapper mapper) {
		this.database = database;
		this.mapper = mapper;
	}

	void add(DocumentEvent event) {
		this.database.sql("""
				insert into documents.outbox (event_id, document_id, version, type, payload)
				values (:eventId, :documentId, :version, :type, :payload)""")
			.param("eventId", event.eventId())
			.param("documentId", event.documentId())
			.param("version", event.version())
			.param("type", event.type())
			.param("payload", this.mapper.writeValueAsString(event))
			.update();
	}

	/**
	 * Lock the events that may be published now: the oldest of each document, so that
	 * none overtakes another, without those that another replica has locked.
	 * @param size how many at most
	 * @return the events, locked until the end of the transaction
	 */
	List<PendingEvent> lockNext(int size) {
		return this.database.sql("""
				select event_id, type, payload from documents.outbox pending
				where not exists (
					select from documents.outbox earlier
					where earlier.document_id = pending.document_id and earlier.version < pending.version)
				order by created_at
				limit :size
				for update skip locked""")
			.param("size", size)
			.query((row, number) -> new PendingEvent(row.getObject("event_id", UUID.class), row.getString("type"),
					row.getString("payload")))
			.list();
	}

	void remove(Collection<UUID> eventIds) {
		if (!eventIds.isEmpty()) {
			this.database.sql("delete from documents.outbox where event_id in (:eventIds)")
				.param("eventIds", eventIds)
				.update();
		}
	}

}
