package dev.groundwork.sample.gateway;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Thrown when a service does not answer.
 */
class BackEndAwayException extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	BackEndAwayException(String service, Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(service), cause);
		getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
	}

	private static ProblemDetail problem(String service) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"'%s' does not answer. Try again later.".formatted(service));
		problem.setProperty("service", service);
		return problem;
	}

}
