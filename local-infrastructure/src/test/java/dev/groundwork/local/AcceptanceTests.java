package dev.groundwork.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Acceptance}.
 */
class AcceptanceTests {

	@Test
	void checksUntilTheServerAccepts() {
		AtomicInteger checks = new AtomicInteger();
		acceptance(() -> checks.incrementAndGet() == 3, Duration.ofSeconds(10)).await(new CompletableFuture<>());
		assertThat(checks).hasValue(3);
	}

	@Test
	void whenTheServerEndsShowsItsLog() {
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(
				() -> acceptance(() -> false, Duration.ofSeconds(10)).await(CompletableFuture.completedFuture("ended")))
			.withMessage(
					"'server-1' ended before it accepted work; the last lines of its log:%nport is in use".formatted());
	}

	@Test
	void whenTheServerDoesNotAcceptInTimeShowsItsLog() {
		assertThatExceptionOfType(LocalServerException.class)
			.isThrownBy(() -> acceptance(() -> false, Duration.ofMillis(120)).await(new CompletableFuture<>()))
			.withMessage("'server-1' does not accept work after PT0.12S; the last lines of its log:%nport is in use"
				.formatted());
	}

	@Test
	void failureOfTheCheckItselfIsNotTakenForARefusal() {
		IllegalStateException failure = new IllegalStateException("no such protocol");
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(() -> acceptance(() -> {
			throw failure;
		}, Duration.ofSeconds(10)).await(new CompletableFuture<>())).withCause(failure);
	}

	private static Acceptance acceptance(BooleanSupplier accepted, Duration limit) {
		return new Acceptance("server-1", accepted, () -> "port is in use", limit);
	}

}
