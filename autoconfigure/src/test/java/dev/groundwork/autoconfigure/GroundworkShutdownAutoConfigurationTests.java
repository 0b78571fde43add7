package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import dev.groundwork.readiness.DependencyPolicy;
import dev.groundwork.readiness.DependencySnapshot;
import dev.groundwork.readiness.DependencyStatus;
import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.readiness.ReadinessGate;
import dev.groundwork.readiness.ReadinessState;
import dev.groundwork.startup.OnDeadline;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupTask;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GroundworkShutdownAutoConfiguration} and {@link ShutdownDrain}.
 */
@Timeout(30)
class GroundworkShutdownAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(GroundworkAutoConfiguration.class, GroundworkShutdownAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "groundwork.enabled=false", "groundwork.mode=off" })
	void whenSwitchedOffBacksOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ShutdownDrain.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1s", "301s" })
	void periodOutOfBoundsIsRefused(String period) {
		this.contextRunner.withPropertyValues("groundwork.shutdown.drain-period=" + period)
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("It must be between 0 and 5m."));
	}

	@Test
	void unknownKeyIsRefusedByName() {
		this.contextRunner.withPropertyValues("groundwork.shutdown.drain=1s")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("groundwork.shutdown.drain: is set and nothing reads it"));
	}

	@Test
	void closeRefusesAtOnceAndWaitsForThePeriod() {
		this.contextRunner.withPropertyValues("groundwork.shutdown.drain-period=300ms").run((context) -> {
			Readiness readiness = context.getBean(Readiness.class);
			List<ReadinessState> seen = new ArrayList<>();
			context.getSourceApplicationContext(ConfigurableApplicationContext.class)
				.addApplicationListener((event) -> {
					if (event instanceof ContextClosedEvent) {
						seen.add(readiness.snapshot().state());
					}
				});
			context
				.publishEvent(new GroundworkReadyEvent(context.getSourceApplicationContext(), Duration.ofSeconds(1)));
			assertThat(timeToClose(context.getSourceApplicationContext(ConfigurableApplicationContext.class)))
				.isGreaterThanOrEqualTo(Duration.ofMillis(300));
			assertThat(seen).containsExactly(ReadinessState.STOPPING);
		});
	}

	@Test
	void withoutKubernetesThereIsNoWait() {
		this.contextRunner.run((context) -> {
			context
				.publishEvent(new GroundworkReadyEvent(context.getSourceApplicationContext(), Duration.ofSeconds(1)));
			assertThat(timeToClose(context.getSourceApplicationContext(ConfigurableApplicationContext.class)))
				.isLessThan(Duration.ofSeconds(2));
		});
	}

	@Test
	void onKubernetesThereIsAWait() {
		this.contextRunner.withPropertyValues("spring.main.cloud-platform=kubernetes").run((context) -> {
			context
				.publishEvent(new GroundworkReadyEvent(context.getSourceApplicationContext(), Duration.ofSeconds(1)));
			assertThat(timeToClose(context.getSourceApplicationContext(ConfigurableApplicationContext.class)))
				.isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
		});
	}

	@Test
	void applicationThatWasNeverReadyDoesNotWaitAndStartsNothingMore() {
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		this.contextRunner
			.withPropertyValues("groundwork.shutdown.drain-period=5m", "groundwork.startup.strategy=background")
			.withBean(StartupTask.class, () -> StartupTask.of("endless", java.util.Set.of(), (progress) -> {
				try {
					new CompletableFuture<Void>().get();
				}
				finally {
					interrupted.complete(true);
				}
			}))
			.run((context) -> {
				assertThat(timeToClose(context.getSourceApplicationContext(ConfigurableApplicationContext.class)))
					.isLessThan(Duration.ofSeconds(5));
				assertThat(interrupted).succeedsWithin(Duration.ofSeconds(5));
			});
	}

	@Test
	void closeOfAChildChangesNothing() {
		this.contextRunner.withPropertyValues("groundwork.shutdown.drain-period=5m").run((context) -> {
			context
				.publishEvent(new GroundworkReadyEvent(context.getSourceApplicationContext(), Duration.ofSeconds(1)));
			GenericApplicationContext child = new GenericApplicationContext(context.getSourceApplicationContext());
			child.refresh();
			assertThat(timeToClose(child)).isLessThan(Duration.ofSeconds(5));
			assertThat(context.getBean(Readiness.class).snapshot().state()).isNotEqualTo(ReadinessState.STOPPING);
			closeInterrupted(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
		});
	}

	@Test
	void interruptEndsTheWait() {
		this.contextRunner.withPropertyValues("groundwork.shutdown.drain-period=5m").run((context) -> {
			context
				.publishEvent(new GroundworkReadyEvent(context.getSourceApplicationContext(), Duration.ofSeconds(1)));
			closeInterrupted(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
		});
	}

	/**
	 * Whatever is found at the same time: once readiness has been refused, nobody sees
	 * the application ready again.
	 * @param observers how many look and change at once
	 * @param seed which statuses they find
	 */
	@Property(tries = 100)
	void refusalIsNeverTakenBack(@ForAll @IntRange(min = 1, max = 6) int observers, @ForAll long seed) {
		DependencySnapshot[] dependency = { snapshot(DependencyStatus.UP) };
		ReadinessGate gate = new ReadinessGate("own");
		Startup startup = new Startup(List::of, Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);
		startup.start();
		Readiness readiness = new Readiness(startup, List.of(gate), () -> List.of(dependency[0]));
		DependencyStatus[] statuses = DependencyStatus.values();
		List<CompletableFuture<Boolean>> results = IntStream.range(0, observers)
			.mapToObj((observer) -> CompletableFuture.supplyAsync(() -> {
				boolean stopped = false;
				boolean flipped = false;
				for (int i = 0; i < 200; i++) {
					dependency[0] = snapshot(statuses[Math.floorMod(seed + i + observer, statuses.length)]);
					gate.open();
					ReadinessState state = readiness.snapshot().state();
					flipped |= stopped && state != ReadinessState.STOPPING;
					stopped |= state == ReadinessState.STOPPING;
					if (i == 50 + ThreadLocalRandom.current().nextInt(100)) {
						readiness.refuse();
					}
				}
				readiness.refuse();
				return flipped || readiness.isReady();
			}))
			.toList();
		results.forEach((result) -> assertThat(result.join()).isFalse());
		assertThat(readiness.snapshot().state()).isEqualTo(ReadinessState.STOPPING);
		startup.stop();
	}

	private static DependencySnapshot snapshot(DependencyStatus status) {
		return new DependencySnapshot("broker", DependencyPolicy.STRICT, status, true, java.time.Instant.EPOCH, null);
	}

	/**
	 * Close the context on a thread that is interrupted while it waits, and still is
	 * afterwards.
	 * @param context the context
	 */
	private static void closeInterrupted(ConfigurableApplicationContext context) {
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			context.close();
			interrupted.complete(Thread.currentThread().isInterrupted());
		});
		thread.start();
		await().until(
				() -> Arrays.stream(thread.getStackTrace())
					.anyMatch((frame) -> frame.getClassName().equals(ShutdownDrain.class.getName())
							&& frame.getMethodName().equals("drain"))
						&& thread.getState() == Thread.State.TIMED_WAITING);
		thread.interrupt();
		assertThat(interrupted).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
	}

	private static Duration timeToClose(ConfigurableApplicationContext context) {
		long start = System.nanoTime();
		context.close();
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
