package dev.groundwork.test;

import dev.groundwork.test.cycles.Orders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PackageCycles}.
 */
class PackageCyclesTests {

	@Test
	void packagesThatUseEachOtherAreFound() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> PackageCycles.of(Orders.class).requireNone())
			.withMessageContaining("Cycle detected")
			.withMessageContaining("dev.groundwork.test.cycles.shipping")
			.withMessageContaining("dev.groundwork.test.cycles -> ");
	}

	@Test
	void packagesOfTestsAreLeftOut() {
		assertThatCode(() -> PackageCycles.of(DeclarationLint.class).requireNone()).doesNotThrowAnyException();
	}

}
