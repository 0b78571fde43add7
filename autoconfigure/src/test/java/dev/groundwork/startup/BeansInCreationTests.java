package dev.groundwork.startup;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BeansInCreation}, {@link ObservedStartup} and
 * {@link ObservedBufferingStartup}.
 */
class BeansInCreationTests {

	private static final String BEAN = "spring.beans.instantiate";

	private final StartupObservation observation = new StartupObservation(Thread.currentThread());

	private final ApplicationStartup startup = this.observation.observe(ApplicationStartup.DEFAULT);

	@Test
	void beansInsideEachOtherAreToldOutermostFirst() {
		StartupStep cache = bean("cache");
		bean("redis");
		assertThat(this.observation.beans()).extracting(BeanInCreation::name).containsExactly("cache", "redis");
		assertThat(this.observation.beans()).allSatisfy((bean) -> {
			assertThat(bean.thread()).isEqualTo(Thread.currentThread().getName());
			assertThat(bean.since()).isBetween(Instant.now().minusSeconds(60), Instant.now());
		});
		cache.end();
	}

	@Test
	void beanThatExistsIsNoLongerTold() {
		StartupStep cache = bean("cache");
		bean("redis").end();
		assertThat(this.observation.beans()).extracting(BeanInCreation::name).containsExactly("cache");
		cache.end();
		assertThat(this.observation.beans()).isEmpty();
	}

	@Test
	void beanWhoseEndComesFromAnotherThreadIsNoLongerTold() {
		StartupStep cache = bean("cache");
		CompletableFuture.runAsync(cache::end).join();
		assertThat(this.observation.beans()).isEmpty();
	}

	@Test
	void otherStepsAreNoBeans() {
		this.startup.start("spring.context.refresh").tag("beanName", "none");
		assertThat(this.observation.beans()).isEmpty();
	}

	@Test
	void factoryBeanHasTheNameOfWhatItMakes() {
		bean("&client");
		assertThat(this.observation.beans()).extracting(BeanInCreation::name).containsExactly("client");
	}

	@Test
	void nothingIsToldWhenTheStartIsOver() {
		bean("cache");
		this.observation.started();
		bean("prototype");
		assertThat(this.observation.beans()).isEmpty();
	}

	@Test
	void everyStepReachesTheUsersStartup() {
		List<String> steps = new ArrayList<>();
		ApplicationStartup observed = this.observation.observe((name) -> {
			steps.add(name);
			return ApplicationStartup.DEFAULT.start(name);
		});
		observed.start(BEAN).tag("beanName", "cache").end();
		observed.start("spring.context.refresh").end();
		assertThat(steps).containsExactly(BEAN, "spring.context.refresh");
	}

	@Test
	void bufferOfTheUserIsFilledAndLookedAt() {
		BufferingApplicationStartup users = new BufferingApplicationStartup(10);
		ApplicationStartup observed = this.observation.observe(users);
		assertThat(observed).isInstanceOf(BufferingApplicationStartup.class);
		observed.start(BEAN).tag("beanName", "cache").end();
		assertThat(users.getBufferedTimeline().getEvents()).hasSize(1);
		BufferingApplicationStartup buffering = (BufferingApplicationStartup) observed;
		assertThat(buffering.getBufferedTimeline().getEvents()).hasSize(1);
		assertThat(buffering.drainBufferedTimeline().getEvents()).hasSize(1);
		assertThat(users.getBufferedTimeline().getEvents()).isEmpty();
	}

	@Test
	void nothingOfTheBufferIsOurs() {
		assertThat(Arrays.stream(BufferingApplicationStartup.class.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()))
			.map(Method::getName))
			.allSatisfy((name) -> assertThat(ObservedBufferingStartup.class.getDeclaredMethods())
				.anyMatch((method) -> method.getName().equals(name)));
	}

	@Test
	void startThatIsObservedAlreadyIsNotObservedTwice() {
		BufferingApplicationStartup users = new BufferingApplicationStartup(10);
		StartupObservation next = new StartupObservation(Thread.currentThread());
		next.observe(this.observation.observe(users)).start(BEAN).tag("beanName", "cache");
		assertThat(next.beans()).hasSize(1);
		assertThat(this.observation.beans()).isEmpty();
	}

	@Property(tries = 50)
	void everyThreadHasTheStackThatItOpened(@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 20) Integer> depths)
			throws InterruptedException {
		StartupObservation observed = new StartupObservation(Thread.currentThread());
		ApplicationStartup steps = observed.observe(ApplicationStartup.DEFAULT);
		CountDownLatch open = new CountDownLatch(depths.size());
		CountDownLatch release = new CountDownLatch(1);
		List<Thread> threads = new ArrayList<>();
		for (int index = 0; index < depths.size(); index++) {
			int depth = depths.get(index);
			Thread thread = new Thread(() -> create(steps, depth, open, release), "creator-" + index);
			threads.add(thread);
			thread.start();
		}
		assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
		List<BeanInCreation> beans = observed.beans();
		for (int index = 0; index < depths.size(); index++) {
			String thread = "creator-" + index;
			List<String> expected = IntStream.range(0, depths.get(index)).mapToObj((level) -> "bean-" + level).toList();
			assertThat(beans.stream().filter((bean) -> bean.thread().equals(thread)).map(BeanInCreation::name))
				.containsExactlyElementsOf(expected);
		}
		release.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(observed.beans()).isEmpty();
	}

	private static void create(ApplicationStartup steps, int depth, CountDownLatch open, CountDownLatch release) {
		List<StartupStep> opened = new ArrayList<>();
		for (int level = 0; level < depth; level++) {
			opened.add(steps.start(BEAN).tag("beanName", "bean-" + level));
			steps.start(BEAN).tag("beanName", "quick").end();
		}
		open.countDown();
		try {
			if (!release.await(20, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Never released");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		for (int level = depth - 1; level >= 0; level--) {
			opened.get(level).end();
		}
	}

	private StartupStep bean(String name) {
		return this.startup.start(BEAN).tag("beanName", name);
	}

}
