package dev.groundwork.sample.presence;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link NotificationListener}.
 */
class NotificationListenerTests {

	private final PresenceServer server = mock();

	@Test
	void tellsWhatIsNew() {
		Instant noon = Instant.parse("2026-11-24T12:00:00Z");
		new NotificationListener(this.server)
			.on(new Notification("e1", "document.created", "d1", 1, "Plan", "ann", noon));
		then(this.server).should()
			.tell(new NotificationUpdate("notification", "e1", "document.created", "d1", 1, "Plan", "ann", noon));
	}

}
