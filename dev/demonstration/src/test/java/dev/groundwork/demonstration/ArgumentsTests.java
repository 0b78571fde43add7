package dev.groundwork.demonstration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Arguments}.
 */
class ArgumentsTests {

	@Test
	void everyArgumentIsRead() {
		Arguments arguments = Arguments.parse(List.of("--root", "/project", "--elapsed", "7", "--once", "--color"));
		assertThat(arguments).isEqualTo(new Arguments(Path.of("/project"), Duration.ofSeconds(7), true, true, false));
	}

	@Test
	void staysOpenUnlessToldOtherwise() {
		assertThat(Arguments.parse(List.of()).once()).isFalse();
	}

	@Test
	void unknownArgumentIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Arguments.parse(List.of("--twice")))
			.withMessageStartingWith("Unknown argument '--twice'. Usage: ");
	}

	@Test
	void missingValueIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Arguments.parse(List.of("--root")))
			.withMessageStartingWith("'--root' needs a value");
	}

	@Test
	void elapsedTimeThatIsNoNumberIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Arguments.parse(List.of("--elapsed", "soon")))
			.withMessage("'--elapsed' needs a number of seconds, not 'soon'");
	}

}
