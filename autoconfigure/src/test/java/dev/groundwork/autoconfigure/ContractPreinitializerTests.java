package dev.groundwork.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContractPreinitializer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ContractPreinitializerTests {

	@Test
	void springBootFindsIt() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(BackgroundPreinitializer.class))
			.hasAtLeastOneElementOfType(ContractPreinitializer.class);
	}

	@Test
	void itEndsAndSaysNothing(CapturedOutput output) {
		new ContractPreinitializer().preinitialize();
		assertThat(output).isEmpty();
	}

}
