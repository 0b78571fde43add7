package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Objects;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.DirectFieldAccessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoweredConcurrency}.
 */
class LoweredConcurrencyTests {

	private final SimpleMessageListenerContainer container = new SimpleMessageListenerContainer();

	@Test
	void containerWithOneConsumerIsLeftAlone() {
		assertThat(LoweredConcurrency.of(this.container)).isNull();
	}

	@Test
	void fixedConcurrencyIsLoweredToOneAndRestored() {
		this.container.setConcurrentConsumers(4);
		LoweredConcurrency lowered = lowered();
		lowered.lower();
		assertThat(concurrency()).isEqualTo("1-null");
		assertThat(lowered.missing()).isEqualTo(3);
		lowered.restore();
		assertThat(concurrency()).isEqualTo("4-null");
	}

	@Test
	void rangeIsRaisedAsAWhole() {
		this.container.setConcurrency("3-9");
		LoweredConcurrency lowered = lowered();
		lowered.lower();
		assertThat(concurrency()).isEqualTo("1-1");
		lowered.raise(0.5);
		assertThat(concurrency()).isEqualTo("2-5");
		lowered.raise(1);
		assertThat(concurrency()).isEqualTo("3-9");
	}

	@Test
	void concurrencyThatSomebodyElseHasChangedIsTheirs() {
		this.container.setConcurrentConsumers(4);
		LoweredConcurrency lowered = lowered();
		lowered.lower();
		this.container.setConcurrentConsumers(7);
		lowered.raise(0.5);
		lowered.restore();
		assertThat(concurrency()).isEqualTo("7-null");
	}

	/**
	 * However often the broker comes and goes: in the end there is what was set.
	 * @param concurrent the concurrency
	 * @param more how much more the highest concurrency is, none if negative
	 * @param shares how far it is raised, lowered after each that is less than a third
	 */
	@Property(tries = 300)
	void whatWasSetIsRestoredFromAnywhere(@ForAll @IntRange(min = 1, max = 20) int concurrent,
			@ForAll @IntRange(min = -1, max = 20) int more,
			@ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> shares) {
		SimpleMessageListenerContainer any = new SimpleMessageListenerContainer();
		any.setConcurrentConsumers(concurrent);
		if (more >= 0) {
			any.setMaxConcurrentConsumers(concurrent + more);
		}
		String before = concurrency(any);
		LoweredConcurrency lowered = LoweredConcurrency.of(any);
		if (lowered != null) {
			lowered.lower();
			for (double share : shares) {
				lowered.raise(share);
				if (share < 0.33) {
					lowered.lower();
				}
			}
			lowered.restore();
		}
		assertThat(concurrency(any)).isEqualTo(before);
	}

	private LoweredConcurrency lowered() {
		return Objects.requireNonNull(LoweredConcurrency.of(this.container));
	}

	private String concurrency() {
		return concurrency(this.container);
	}

	private static String concurrency(SimpleMessageListenerContainer container) {
		DirectFieldAccessor fields = new DirectFieldAccessor(container);
		@Nullable Object max = fields.getPropertyValue("maxConcurrentConsumers");
		return fields.getPropertyValue("concurrentConsumers") + "-" + max;
	}

}
