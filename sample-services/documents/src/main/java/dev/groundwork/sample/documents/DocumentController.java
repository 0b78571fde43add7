package dev.groundwork.sample.documents;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Documents over HTTP.
 */
@RestController
@RequestMapping("/documents")
class DocumentController {

	private static final Logger logger = LoggerFactory.getLogger(DocumentController.class);

	private final Documents documents;

	DocumentController(Documents documents) {
		this.documents = documents;
	}

	@PostMapping
	ResponseEntity<Document> create(@Valid @RequestBody DocumentText text) {
		Document created = this.documents.create(text);
		return ResponseEntity.created(URI.create("/documents/" + created.id())).body(created);
	}

	@PutMapping("/{id}")
	ResponseEntity<Document> update(@PathVariable UUID id, @Valid @RequestBody DocumentText text) {
		return ResponseEntity.of(this.documents.update(id, text));
	}

	@GetMapping("/{id}")
	ResponseEntity<Document> find(@PathVariable UUID id) {
		return ResponseEntity.of(this.documents.find(id));
	}

	@ExceptionHandler
	ProblemDetail notPublished(EventNotPublishedException ex) {
		logger.warn("{}: {}", ex.getMessage(), String.valueOf(ex.getCause()));
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The change was not made, because it could not be published. Try again later.");
	}

}
