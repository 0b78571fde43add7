package dev.groundwork.sample.search;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DocumentEventListener}.
 */
class DocumentEventListenerTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private final DocumentIndex index = mock();

	private final DocumentEventListener listener = new DocumentEventListener(this.index);

	private final DocumentEvent event = new DocumentEvent("d1", 3, "Plan", "A draft", "ann", NOON);

	@Test
	void eventIsIndexedUnderTheIdAndVersionOfItsDocument() {
		this.listener.on(this.event);
		then(this.index).should().put(new IndexedDocument("d1", 3L, "Plan", "A draft", "ann", NOON));
	}

	@Test
	void whileElasticsearchIsAwayTheEventGoesBackToTheBroker() {
		willThrow(new DataAccessResourceFailureException("Connection refused")).given(this.index).put(any());
		assertThatExceptionOfType(ImmediateRequeueAmqpException.class).isThrownBy(() -> this.listener.on(this.event))
			.withMessageContaining("'d1'");
	}

	@Test
	void eventThatElasticsearchRefusesDoesNotGoBackToTheBroker() {
		willThrow(new DataIntegrityViolationException("Field too long")).given(this.index).put(any());
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.listener.on(this.event));
	}

}
