package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContractThread}.
 */
@Timeout(30)
class ContractThreadTests {

	@Test
	void partsAreDoneOnceAndTheirResultsStandInOrder() {
		AtomicInteger done = new AtomicInteger();
		List<Callable<Integer>> parts = IntStream.range(0, 1000).<Callable<Integer>>mapToObj((part) -> () -> {
			done.incrementAndGet();
			return part;
		}).toList();
		assertThat(ContractThread.share(parts).get())
			.containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
		assertThat(done).hasValue(1000);
	}

	@Test
	void whoWantsTheResultsDoesWhatTheOtherThreadHasNotBegun() throws InterruptedException {
		CountDownLatch firstHasBegun = new CountDownLatch(1);
		CountDownLatch lastIsDone = new CountDownLatch(1);
		List<Callable<String>> parts = List.of(() -> {
			firstHasBegun.countDown();
			lastIsDone.await();
			return Thread.currentThread().getName();
		}, () -> {
			lastIsDone.countDown();
			return Thread.currentThread().getName();
		});
		Supplier<? extends List<?>> shared = ContractThread.share(parts);
		firstHasBegun.await();
		assertThat(List.<Object>copyOf(shared.get())).containsExactly("groundwork-contract",
				Thread.currentThread().getName());
	}

	@Test
	void partThatFailsHasNoResultAndLeavesTheOthers() {
		assertThat(ContractThread.share(List.<Callable<String>>of(() -> "first", () -> {
			throw new IllegalStateException("out of order");
		}, () -> "last")).get()).containsExactly("first", null, "last");
	}

}
