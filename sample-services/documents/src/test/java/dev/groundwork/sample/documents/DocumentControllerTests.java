package dev.groundwork.sample.documents;

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

	private static final Document DOCUMENT = new Document(ID, 1, "Plan", "A first draft", "ann");

	private static final DocumentText TEXT = new DocumentText("Plan", "A first draft", "ann");

	private static final String JSON = """
			{ "title": "Plan", "body": "A first draft", "author": "ann" }""";

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
	void postThatCannotBePublishedAnswersServiceUnavailable() {
		EventNotPublishedException brokerIsAway = new EventNotPublishedException(DocumentEvent.created(DOCUMENT),
				new IllegalStateException("Connection refused"));
		given(this.documents.create(any())).willThrow(brokerIsAway);
		assertThat(post(JSON)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.startsWith("The change was not made");
	}

	@Test
	void putAnswersTheNewVersion() {
		given(this.documents.update(ID, TEXT)).willReturn(Optional.of(DOCUMENT.next(TEXT)));
		assertThat(this.mvc.put().uri("/documents/{id}", ID).contentType(MediaType.APPLICATION_JSON).content(JSON))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.version")
			.isEqualTo(2);
	}

	@Test
	void getOfAnUnknownDocumentAnswersNotFound() {
		given(this.documents.find(ID)).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri("/documents/{id}", ID)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult post(String json) {
		return this.mvc.post().uri("/documents").contentType(MediaType.APPLICATION_JSON).content(json).exchange();
	}

}
