package dev.groundwork.sample.notifications;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Notifications over HTTP, the latest first.
 */
@RestController
@RequestMapping("/notifications")
class NotificationController {

	private final NotificationStore store;

	NotificationController(NotificationStore store) {
		this.store = store;
	}

	@GetMapping
	List<Notification> latest(@RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
		return this.store.latest(size);
	}

	@ExceptionHandler
	ProblemDetail databaseIsAway(DataAccessResourceFailureException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The database cannot be reached. Try again later.");
	}

}
