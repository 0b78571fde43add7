package dev.groundwork.sample.documents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * What an author sends who has edited a document. The version is the one that was edited.
 */
record DocumentEdit(@Positive long version, @NotBlank @Size(max = 200) String title,
		@NotNull @Size(max = 100_000) String body, @NotBlank @Size(max = 100) String author) {

}
