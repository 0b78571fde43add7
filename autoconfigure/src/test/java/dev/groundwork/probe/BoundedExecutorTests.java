package dev.groundwork.probe;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BoundedExecutor}.
 */
@Timeout(60)
class BoundedExecutorTests {

	private static final int MOST = 4;

	private final BoundedExecutor executor = new BoundedExecutor(60_000);

	private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

	private final CountDownLatch mayEnd = new CountDownLatch(1);

	@AfterEach
	void shutdown() {
		this.executor.shutdown();
	}

	@Test
	void oneThreadIsEnoughForOneProbeAfterAnother() {
		for (int i = 0; i < 3; i++) {
			this.executor.execute(() -> this.threads.add(Thread.currentThread()));
			await().until(() -> !this.threads.isEmpty() && this.threads.stream()
				.allMatch((thread) -> thread.getState() == Thread.State.WAITING
						|| thread.getState() == Thread.State.TIMED_WAITING));
		}
		assertThat(this.threads).hasSize(1);
	}

	@Test
	void probeThatTakesLongHoldsUpNoOther() {
		hold();
		this.executor.execute(() -> this.threads.add(Thread.currentThread()));
		await().until(() -> this.threads.size() == 2);
	}

	@Test
	void whatFindsNoThreadWaitsForOne() {
		for (int i = 0; i < MOST; i++) {
			hold();
		}
		CountDownLatch ran = new CountDownLatch(1);
		this.executor.execute(ran::countDown);
		assertThat(ran.getCount()).isOne();
		this.mayEnd.countDown();
		await().until(() -> ran.getCount() == 0);
		assertThat(this.threads).hasSize(MOST);
	}

	private void hold() {
		int before = this.threads.size();
		this.executor.execute(() -> {
			this.threads.add(Thread.currentThread());
			try {
				this.mayEnd.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		await().until(() -> this.threads.size() == before + 1);
	}

}
