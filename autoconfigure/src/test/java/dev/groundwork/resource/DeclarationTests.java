package dev.groundwork.resource;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Declaration}.
 */
class DeclarationTests {

	@Test
	void descriptionNamesResourceAndSource() {
		assertThat(new Declaration(new Index(), "classpath:groundwork/indices/documents.json").describe())
			.isEqualTo("index 'documents' (declared by classpath:groundwork/indices/documents.json)");
	}

	private record Index() implements Resource {

		@Override
		public ResourceId id() {
			return new ResourceId("index", "documents");
		}

		@Override
		public Map<String, Object> attributes() {
			return Map.of();
		}

	}

}
