package dev.groundwork.sample.auth;

import java.util.Objects;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Users}.
 */
class UsersTests {

	private static final String HASH = Objects.requireNonNull(new BCryptPasswordEncoder(4).encode("open sesame"));

	private static Users users(String users) {
		return new Users(new UserProperties(users));
	}

	@Test
	void whatHtpasswdWritesIsAllowed() {
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(new UserProperties("ann:" + HASH + "\n\nbob:{bcrypt}" + HASH)))
				.isEmpty();
		}
	}

	@Test
	void userIsKnownByNameAndPassword() {
		Users users = users("ann:" + HASH + ", bob:{bcrypt}" + HASH);
		assertThat(users.isKnown("ann", "open sesame")).isTrue();
		assertThat(users.isKnown("bob", "open sesame")).isTrue();
		assertThat(users.isKnown("ann", "open barley")).isFalse();
		assertThat(users.isKnown("eve", "open sesame")).isFalse();
	}

	@Test
	void hashOfHtpasswdIsUnderstood() {
		assertThat(users("ann:$2y" + HASH.substring(3)).isKnown("ann", "open sesame")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ann", "ann:open-sesame-and-more-of-it", ":$2y$10$0123456789012345678901234567890", "",
			"ann:$2y$10$0123456789012345678901234567890,bob" })
	void whatIsNoHashIsRefusedWithoutBeingTold(String users) {
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(new UserProperties(users))).singleElement()
				.extracting(ConstraintViolation::getMessage, as(InstanceOfAssertFactories.STRING))
				.startsWith("must be NAME:HASH");
		}
	}

	@Test
	void userThatIsThereTwiceIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> users("ann:" + HASH + " ann:" + HASH));
	}

}
