package dev.groundwork.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.groundwork.contract.Contract;
import dev.groundwork.contract.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EarlyCheck}.
 */
@Timeout(30)
class EarlyCheckTests {

	private static final String PLANTED = "pl4nted";

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final ConfigurableEnvironment environment = new StandardEnvironment();

	@Test
	void outcomeIsThatOfACheckAtOnce() {
		set("groundwork.contract.secrets[0].property", "app.secret", "groundwork.contract.secrets[0].min-bytes", "32",
				"app.secret", PLANTED);
		EarlyCheck.Outcome outcome = check();
		ContractBinding binding = new ContractBinding(this.environment);
		Deployment deployment = Deployment.of(binding.production());
		assertThat(outcome.check().check(deployment).findings()).isNotEmpty()
			.isEqualTo(new Contract(binding.terms()).check(this.environment, deployment).findings());
	}

	@Test
	void contractThatSeemsToBeBrokenIsToldFromOneThatIsKept() {
		set("groundwork.contract.required", "app.url", "app.url", "https://example.com/");
		assertThat(check().isBroken()).isFalse();
		set("groundwork.contract.required", "app.other");
		EarlyCheck.forget(this.beanFactory);
		assertThat(check().isBroken()).isTrue();
	}

	@Test
	void outcomeDoesNotCountWhenAPropertySourceIsAdded() {
		EarlyCheck.begin(this.environment, this.beanFactory);
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNotNull();
		set("app.secret", PLANTED);
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNull();
	}

	@Test
	void outcomeDoesNotCountWhenAPropertySourceIsReplacedByAnEqualOne() {
		set("app.secret", "ENC(1)");
		EarlyCheck.begin(this.environment, this.beanFactory);
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNotNull();
		this.environment.getPropertySources().replace("test", new MapPropertySource("test", Map.of("app.secret", "1")));
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNull();
	}

	@Test
	void checkThatFailsHasNoOutcome() {
		this.environment.getPropertySources().addFirst(new Source((name) -> {
			throw new IllegalStateException("the vault is sealed");
		}));
		EarlyCheck.begin(this.environment, this.beanFactory);
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNull();
	}

	@Test
	void beginningDoesNotWaitForAPropertySource() {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
		this.environment.getPropertySources().addFirst(new Source((name) -> {
			thread.set(Thread.currentThread());
			asked.countDown();
			await(answered);
		}));
		EarlyCheck.begin(this.environment, this.beanFactory);
		await(asked);
		assertThat(thread.get()).isNotNull().satisfies((other) -> {
			assertThat(Objects.requireNonNull(other).isDaemon()).isTrue();
			assertThat(other.getName()).isEqualTo("groundwork-contract");
		});
		answered.countDown();
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNotNull();
	}

	@Test
	void whoIsInterruptedGetsNoOutcomeAndStaysInterrupted() {
		CountDownLatch answered = new CountDownLatch(1);
		this.environment.getPropertySources().addFirst(new Source((name) -> await(answered)));
		EarlyCheck.begin(this.environment, this.beanFactory);
		Thread.currentThread().interrupt();
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNull();
		assertThat(Thread.interrupted()).isTrue();
		answered.countDown();
	}

	@Test
	void whatIsForgottenHasNoOutcome() {
		EarlyCheck.begin(this.environment, this.beanFactory);
		EarlyCheck.forget(this.beanFactory);
		assertThat(EarlyCheck.outcome(this.environment, this.beanFactory)).isNull();
	}

	@Test
	void outcomeShowsNoValue() {
		set("groundwork.contract.secrets[0].property", "app.secret", "app.secret", PLANTED);
		assertThat(check().toString()).doesNotContain(PLANTED);
	}

	private EarlyCheck.Outcome check() {
		EarlyCheck.begin(this.environment, this.beanFactory);
		return Objects.requireNonNull(EarlyCheck.outcome(this.environment, this.beanFactory));
	}

	private void set(String... namesAndValues) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		this.environment.getPropertySources().addFirst(new MapPropertySource("test", values));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Has one property and does something when it is asked for it.
	 */
	private static final class Source extends EnumerablePropertySource<Object> {

		private final Consumer<String> asked;

		Source(Consumer<String> asked) {
			super("asked", new Object());
			this.asked = asked;
		}

		@Override
		public String[] getPropertyNames() {
			return new String[] { "app.asked" };
		}

		@Override
		public @Nullable Object getProperty(String name) {
			this.asked.accept(name);
			return null;
		}

	}

}
