package dev.groundwork.sample.presence;

import java.time.Instant;

/**
 * What clients are told of a notification: {@code event} is what happened.
 */
record NotificationUpdate(String type, String id, String event, String documentId, long version, String title,
		String editor, Instant at) {

	static NotificationUpdate of(Notification notification) {
		return new NotificationUpdate("notification", notification.id(), notification.type(), notification.documentId(),
				notification.documentVersion(), notification.title(), notification.author(), notification.at());
	}

}
