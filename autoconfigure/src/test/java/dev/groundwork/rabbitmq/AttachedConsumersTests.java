package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AttachedConsumers}.
 */
@Timeout(20)
class AttachedConsumersTests {

	private final AttachedConsumers consumers = new AttachedConsumers();

	private final List<String> reasons = new CopyOnWriteArrayList<>();

	@Test
	void whenConsumerIsAlreadyAttachedDoesNotWait() throws InterruptedException {
		this.consumers.onApplicationEvent(new ConsumeOkEvent(this, "orders", "tag"));
		this.consumers.await("orders", this.reasons::add);
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void waitsForTheConsumerOfTheQueueAndSaysSo() {
		CompletableFuture<Void> done = CompletableFuture.runAsync(this::awaitOrders);
		this.consumers.onApplicationEvent(new ConsumeOkEvent(this, "another", "tag"));
		Awaitility.await().until(() -> this.reasons.contains("a consumer on queue 'orders'"));
		assertThat(done).isNotDone();
		this.consumers.onApplicationEvent(new ConsumeOkEvent(this, "orders", "tag"));
		assertThat(done).succeedsWithin(Duration.ofSeconds(5));
	}

	private void awaitOrders() {
		try {
			this.consumers.await("orders", this.reasons::add);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
