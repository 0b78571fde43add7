package dev.groundwork.sample.documents;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link Documents}.
 */
class DocumentsTests {

	private static final DocumentText DRAFT = new DocumentText("Plan", "A first draft", "ann");

	private static final DocumentText REVISED = new DocumentText("Plan B", "A second draft", "bob");

	private final DocumentEvents events = mock();

	private final Documents documents = new Documents(this.events);

	@Test
	void createdDocumentIsFoundUnderItsId() {
		Document created = this.documents.create(DRAFT);
		assertThat(this.documents.find(created.id())).contains(created);
	}

	@Test
	void createdDocumentHasVersionOneAndIsPublished() {
		Document created = this.documents.create(DRAFT);
		DocumentEvent event = lastEvent(1);
		assertThat(event.type()).isEqualTo("document.created");
		assertThat(event.documentId()).isEqualTo(created.id());
		assertThat(event.version()).isOne();
	}

	@Test
	void updateCountsTheVersionUpAndIsPublished() {
		UUID id = this.documents.create(DRAFT).id();
		assertThat(this.documents.update(id, REVISED)).contains(new Document(id, 2, "Plan B", "A second draft", "bob"));
		DocumentEvent event = lastEvent(2);
		assertThat(event.type()).isEqualTo("document.updated");
		assertThat(event.version()).isEqualTo(2);
		assertThat(event.author()).isEqualTo("bob");
	}

	@Test
	void updateOfAnUnknownDocumentIsNotPublished() {
		assertThat(this.documents.update(UUID.randomUUID(), REVISED)).isEmpty();
		then(this.events).should(never()).publish(any());
	}

	@Test
	void updateThatCannotBePublishedLeavesTheDocumentAsItWas() {
		Document created = this.documents.create(DRAFT);
		willThrow(EventNotPublishedException.class).given(this.events).publish(any());
		assertThatExceptionOfType(EventNotPublishedException.class)
			.isThrownBy(() -> this.documents.update(created.id(), REVISED));
		assertThat(this.documents.find(created.id())).contains(created);
	}

	private DocumentEvent lastEvent(int published) {
		ArgumentCaptor<DocumentEvent> event = ArgumentCaptor.captor();
		then(this.events).should(times(published)).publish(event.capture());
		return event.getValue();
	}

}
