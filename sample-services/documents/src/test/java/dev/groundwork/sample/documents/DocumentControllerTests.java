package dev.groundwork.sample.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

/**
 * Tests for {@link DocumentController}.
 */
@WebMvcTest(DocumentController.class)
class DocumentControllerTests {

	private static final UUID ID = UUID.fromString("5f0c1c1e-6d4b-4c37-8c1a-4c8d3b1f2a90");

	private static final Document DOCUMENT = new Document(ID, 1, "Plan", "A first draft", "ann",
			Instant.parse("2026-11-24T12:00:00Z"));

	private static final DocumentText TEXT = new DocumentText("Plan", "A first draft", "ann");

	private static final String JSON = """
			{ "title": "Plan", "body": "A first draft", "author": "ann" }""";

	private static final DocumentEdit EDIT = new DocumentEdit(1, "Plan B", "A second draft", "bob");

	private static final String EDIT_JSON = """
			{ "version": 1, "title": "Plan B", "body": "A second draft", "author": "bob" }""";

	private final MockMvcTester mvc;

	@MockitoBean
	private Documents documents;

	DocumentControllerTests(@Autowired MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void postAnswersCreatedWithTheLocation() {
		given(this.documents.create(TEXT)).willReturn(DOCUMENT);
		assertThat(post(JSON)).hasStatus(HttpStatus.CREATED)
			.hasHeader("Location", "/documents/" + ID)
			.bodyJson()
			.isLenientlyEqualTo("""
					{ "version": 1, "title": "Plan", "author": "ann" }""");
	}

	@Test
	void postWithoutTitleAnswersAProblemAndCreatesNothing() {
		assertThat(post("""
				{ "title": " ", "body": "A first draft", "author": "ann" }""")).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		then(this.documents).shouldHaveNoInteractions();
	}

	@Test
	void postWhileTheDatabaseIsAwayAnswersServiceUnavailable() {
		given(this.documents.create(any())).willThrow(new CannotCreateTransactionException("Connection refused"));
		assertThat(post(JSON)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void putAnswersTheNewVersion() {
		given(this.documents.edit(ID, EDIT)).willReturn(Optional.of(Document.next(ID, EDIT)));
		assertThat(put(EDIT_JSON)).hasStatusOk().bodyJson().extractingPath("$.version").isEqualTo(2);
	}

	@Test
	void putOfAnOldVersionAnswersConflict() {
		given(this.documents.edit(ID, EDIT)).willThrow(new VersionConflictException(ID, 1));
		assertThat(put(EDIT_JSON)).hasStatus(HttpStatus.CONFLICT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("no longer at version 1");
	}

	@Test
	void putWithoutTheVersionThatWasEditedAnswersAProblem() {
		assertThat(put(JSON)).hasStatus(HttpStatus.BAD_REQUEST);
		then(this.documents).shouldHaveNoInteractions();
	}

	@Test
	void listHasNoBodies() {
		given(this.documents.latest())
			.willReturn(List.of(new DocumentSummary(ID, 1, "Plan", "ann", DOCUMENT.updatedAt())));
		assertThat(this.mvc.get().uri("/documents")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
				[ { "id": "5f0c1c1e-6d4b-4c37-8c1a-4c8d3b1f2a90", "version": 1, "title": "Plan", "author": "ann",
				    "updatedAt": "2026-11-24T12:00:00Z" } ]""");
	}

	@Test
	void getOfAnUnknownDocumentAnswersNotFound() {
		given(this.documents.find(ID)).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri("/documents/{id}", ID)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult put(String json) {
		return this.mvc.put()
			.uri("/documents/{id}", ID)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.exchange();
	}

	private MvcTestResult post(String json) {
		return this.mvc.post().uri("/documents").contentType(MediaType.APPLICATION_JSON).content(json).exchange();
	}

}
