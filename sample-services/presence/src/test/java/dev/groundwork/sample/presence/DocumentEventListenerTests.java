package dev.groundwork.sample.presence;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DocumentEventListener}.
 */
class DocumentEventListenerTests {

	private final PresenceServer server = mock();

	@Test
	void tellsWhoChangedWhichDocument() {
		Instant noon = Instant.parse("2026-11-22T12:00:00Z");
		new DocumentEventListener(this.server).on(new DocumentEvent("document.created", "d1", "Plan", "ann", noon));
		then(this.server).should().tell(new PresenceUpdate("document.created", "d1", "Plan", "ann", noon));
	}

}
