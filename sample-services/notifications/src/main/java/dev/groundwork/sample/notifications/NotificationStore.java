package dev.groundwork.sample.notifications;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where notifications are remembered.
 */
@Repository
class NotificationStore {

	private final JdbcClient database;

	NotificationStore(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Remember a notification.
	 * @param notification the notification
	 * @return {@code false} if it is remembered already
	 */
	boolean add(Notification notification) {
		return this.database.sql("""
				insert into notifications.notification
					(event_id, type, document_id, document_version, title, author, occurred_at)
				values (:id, :type, :documentId, :version, :title, :author, :at)
				on conflict (event_id) do nothing""")
			.param("id", notification.id())
			.param("type", notification.type())
			.param("documentId", notification.documentId())
			.param("version", notification.documentVersion())
			.param("title", notification.title())
			.param("author", notification.author())
			.param("at", notification.at().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	List<Notification> latest(int size) {
		return this.database.sql("""
				select event_id, type, document_id, document_version, title, author, occurred_at
				from notifications.notification order by occurred_at desc limit :size""")
			.param("size", size)
			.query((row, number) -> new Notification(row.getObject("event_id", UUID.class), row.getString("type"),
					row.getObject("document_id", UUID.class), row.getLong("document_version"), row.getString("title"),
					row.getString("author"), row.getObject("occurred_at", OffsetDateTime.class).toInstant()))
			.list();
	}

}
