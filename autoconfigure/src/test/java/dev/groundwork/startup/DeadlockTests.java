package dev.groundwork.startup;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.metrics.ApplicationStartup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that threads which really wait for each other are found.
 */
@Timeout(30)
class DeadlockTests {

	private final StartupObservation observation = new StartupObservation(Thread.currentThread());

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	private final CyclicBarrier bothHold = new CyclicBarrier(2);

	@AfterEach
	void interrupt() {
		this.threads.forEach(Thread::interrupt);
	}

	@Test
	void twoLocks() {
		ReentrantLock one = new ReentrantLock();
		ReentrantLock other = new ReentrantLock();
		start("locks-one", () -> holdBoth(one, other));
		start("locks-other", () -> holdBoth(other, one));
		await().until(() -> threadsOf(this.observation.waits().deadlock()).equals(Set.of("locks-one", "locks-other")));
	}

	private void holdBoth(ReentrantLock first, ReentrantLock second)
			throws InterruptedException, BrokenBarrierException {
		first.lockInterruptibly();
		this.bothHold.await();
		second.lockInterruptibly();
	}

	/**
	 * The bean factory creates a bean that is wanted on a thread of the application's own
	 * outside of its lock, while it creates all singletons on another. It refuses beans
	 * that want each other, and does not see the lock of a client between them.
	 */
	@Test
	void beanThatWantsOneOnAnotherThreadWhichWantsItsLock() {
		ReentrantLock connection = new ReentrantLock();
		start("singletons", () -> context(Map.of("orders", (beans) -> {
			connection.lockInterruptibly();
			Thread other = start("other", () -> beans.getBean("search"));
			await().until(() -> connection.hasQueuedThread(other));
			beans.getBean("search");
		}, "search", (beans) -> connection.lockInterruptibly())).refresh());
		awaitCycle("orders → search → orders");
		assertThat(this.observation.waits().deadlock()).hasSize(2);
	}

	@Test
	void beanThatWaitsForThreadWhichNeedsTheBean() {
		CompletableFuture<Object> loaded = new CompletableFuture<>();
		start("circle", () -> context(Map.of("cache", (beans) -> {
			start("loader", () -> loaded.complete(beans.getBean("redis")));
			loaded.get();
		}, "redis", (beans) -> beans.getBean("pool"), "pool", (beans) -> beans.getBean("cache"))).refresh());
		awaitCycle("cache → redis → pool → cache");
		assertThat(this.observation.waits().cycle()).extracting(Wait::certain).containsExactly(false, true, true);
	}

	@Test
	void tasksThatWaitForTheFuturesOfEachOther() {
		CompletableFuture<Object> users = new CompletableFuture<>();
		CompletableFuture<Object> search = new CompletableFuture<>();
		Startup startup = new Startup(
				() -> List.of(task("users", "search", search, users), task("search", "users", users, search)),
				Duration.ofMinutes(1), OnDeadline.STAY_UNREADY);
		this.observation.follow(startup, List::of);
		startup.start();
		awaitCycle("users → search → users");
		startup.stop();
	}

	private static StartupTask task(String name, String other, CompletableFuture<Object> awaited,
			CompletableFuture<Object> completed) {
		return StartupTask.of(name, Set.of(), (progress) -> {
			progress.waitingFor(other);
			completed.complete(awaited.get());
		});
	}

	private GenericApplicationContext context(Map<String, Creation> beans) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.setApplicationStartup(this.observation.observe(ApplicationStartup.DEFAULT));
		new TreeMap<>(beans).forEach((name, creation) -> context.registerBean(name, Object.class, () -> {
			try {
				creation.create(context.getBeanFactory());
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			return new Object();
		}));
		return context;
	}

	private void awaitCycle(String path) {
		await().untilAsserted(() -> assertThat(WaitGraph.path(this.observation.waits().cycle())).isEqualTo(path));
	}

	private static Set<String> threadsOf(List<Wait> cycle) {
		Set<String> threads = new HashSet<>();
		cycle.forEach((wait) -> threads.add(String.valueOf(wait.thread())));
		return threads;
	}

	private Thread start(String name, Body body) {
		Thread thread = new Thread(() -> {
			try {
				body.run();
			}
			catch (Exception ex) {
				Thread.currentThread().interrupt();
			}
		}, name);
		thread.setDaemon(true);
		this.threads.add(thread);
		thread.start();
		return thread;
	}

	private interface Creation {

		void create(BeanFactory beans) throws Exception;

	}

	private interface Body {

		void run() throws Exception;

	}

}
