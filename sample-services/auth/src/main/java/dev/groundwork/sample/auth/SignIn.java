package dev.groundwork.sample.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a user sends to be known.
 */
record SignIn(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 72) String password) {

	@Override
	public String toString() {
		return "SignIn[name=%s]".formatted(this.name);
	}

}
