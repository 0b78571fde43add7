package dev.groundwork.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link LateSwitchRefusal}.
 */
class LateSwitchRefusalTests {

	private final MockEnvironment environment = new MockEnvironment();

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.enabled=false", "groundwork.mode=off" })
	void switchThatComesTooLateIsRefusedByName(String property) {
		String[] parts = property.split("=");
		this.environment.setProperty(parts[0], parts[1]);
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::run)
			.satisfies((refusal) -> assertThat(refusal.getName()).isEqualTo(parts[0]))
			.withMessageContaining("processed ahead of time");
	}

	@Test
	void nothingIsRefusedWhereItIsOn() {
		this.environment.setProperty("groundwork.mode", "verify");
		assertThatNoException().isThrownBy(this::run);
	}

	private void run() {
		new LateSwitchRefusal(this.environment).postProcessBeanFactory(new DefaultListableBeanFactory());
	}

}
