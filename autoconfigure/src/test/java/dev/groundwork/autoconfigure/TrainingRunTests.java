package dev.groundwork.autoconfigure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrainingRun}.
 */
class TrainingRunTests {

	/**
	 * It reads the properties once, and would end this JVM.
	 */
	@BeforeAll
	static void letSpringReadItsProperties() {
		assertThat(new DefaultLifecycleProcessor()).isNotNull();
	}

	@AfterEach
	void forget() {
		SpringProperties.setProperty(DefaultLifecycleProcessor.EXIT_PROPERTY_NAME, null);
		SpringProperties.setProperty(DefaultLifecycleProcessor.CHECKPOINT_PROPERTY_NAME, null);
	}

	@Test
	void ordinaryRunIsNone() {
		assertThat(TrainingRun.isRequested()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.context.exit", "spring.context.checkpoint" })
	void runThatEndsOrIsFrozenAfterItsRefreshIsOne(String property) {
		SpringProperties.setProperty(property, "onRefresh");
		assertThat(TrainingRun.isRequested()).isTrue();
	}

}
