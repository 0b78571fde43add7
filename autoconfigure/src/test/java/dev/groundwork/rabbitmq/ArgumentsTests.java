package dev.groundwork.rabbitmq;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Arguments}.
 */
class ArgumentsTests {

	@Test
	void integersAreEqualWhateverTheirSize() {
		Map<String, Object> normalized = Arguments
			.normalize(Map.of("byte", (byte) 1, "short", (short) 1, "int", 1, "long", 1L));
		assertThat(normalized.values()).containsOnly(1L).hasSize(4);
	}

	@Test
	void otherValuesStayAsTheyAre() {
		Map<String, Object> arguments = Map.of("text", "60000", "flag", true, "decimal", 1.5);
		assertThat(Arguments.normalize(arguments)).isEqualTo(arguments);
	}

	@Test
	void namesAreInOrder() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("x-queue-type", "quorum");
		arguments.put("x-dead-letter-exchange", "dead");
		assertThat(Arguments.normalize(arguments)).containsExactly(Map.entry("x-dead-letter-exchange", "dead"),
				Map.entry("x-queue-type", "quorum"));
	}

	@Test
	void whenThereAreNoneIsEmpty() {
		assertThat(Arguments.normalize(null)).isEmpty();
	}

	@Test
	void cannotBeChanged() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> Arguments.normalize(Map.of("a", 1)).put("b", 2));
	}

}
