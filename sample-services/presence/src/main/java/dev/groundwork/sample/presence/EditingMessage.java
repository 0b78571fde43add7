package dev.groundwork.sample.presence;

import org.springframework.util.Assert;

/**
 * What a client sends when its user begins to edit a document.
 */
record EditingMessage(String editing, String user) {

	EditingMessage {
		Assert.hasText(editing, "'editing' must not be empty");
		Assert.hasText(user, "'user' must not be empty");
	}

}
