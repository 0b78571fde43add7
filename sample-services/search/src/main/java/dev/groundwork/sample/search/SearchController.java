package dev.groundwork.sample.search;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Search over HTTP.
 */
@RestController
@RequestMapping("/search")
class SearchController {

	private final DocumentIndex index;

	private final QueryLog queries;

	SearchController(DocumentIndex index, QueryLog queries) {
		this.index = index;
		this.queries = queries;
	}

	@GetMapping
	SearchResult search(@RequestParam("q") @NotBlank @Size(max = 256) String text) {
		SearchResult result = SearchResult.of(this.index.search(text));
		this.queries.record(text, result.total());
		return result;
	}

	@GetMapping("/unanswered")
	List<RecordedQuery> unanswered() {
		return this.queries.unanswered();
	}

	@ExceptionHandler
	ProblemDetail elasticsearchIsAway(DataAccessResourceFailureException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The index cannot be reached. Try again later.");
	}

}
