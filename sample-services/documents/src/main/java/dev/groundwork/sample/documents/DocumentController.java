package dev.groundwork.sample.documents;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
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
	ResponseEntity<Document> edit(@PathVariable UUID id, @Valid @RequestBody DocumentEdit edit) {
		return ResponseEntity.of(this.documents.edit(id, edit));
	}

	@GetMapping
	List<DocumentSummary> latest() {
		return this.documents.latest();
	}

	@GetMapping("/{id}")
	ResponseEntity<Document> find(@PathVariable UUID id) {
		return ResponseEntity.of(this.documents.find(id));
	}

	@ExceptionHandler
	ProblemDetail somebodyElseWasFaster(VersionConflictException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, ex.getMessage() + ": read it again and merge.");
	}

	@ExceptionHandler({ CannotCreateTransactionException.class, DataAccessResourceFailureException.class,
			TransientDataAccessException.class, RecoverableDataAccessException.class })
	ProblemDetail databaseIsAway(Exception ex) {
		logger.warn("The database cannot be used: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex)));
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The database cannot be reached. Look whether the change was made, or try again later.");
	}

}
