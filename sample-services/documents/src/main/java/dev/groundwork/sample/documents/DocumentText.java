package dev.groundwork.sample.documents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an author sends.
 */
record DocumentText(@NotBlank @Size(max = 200) String title, @NotNull @Size(max = 100_000) String body,
		@NotBlank @Size(max = 100) String author) {

}
