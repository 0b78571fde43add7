package dev.groundwork.rabbitmq;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;
import org.springframework.context.ApplicationListener;

/**
 * Remembers for which queues the broker has confirmed a consumer of this application.
 *
 * @since 0.1.0
 */
public final class AttachedConsumers implements ApplicationListener<ConsumeOkEvent> {

	private static final Duration ROUND = Duration.ofSeconds(1);

	private final Map<String, CompletableFuture<Void>> queues = new ConcurrentHashMap<>();

	@Override
	public void onApplicationEvent(ConsumeOkEvent event) {
		attached(event.getQueue()).complete(null);
	}

	void await(String queue, Consumer<String> waitingFor) throws InterruptedException {
		while (true) {
			try {
				attached(queue).get(ROUND.toMillis(), TimeUnit.MILLISECONDS);
				return;
			}
			catch (TimeoutException ex) {
				waitingFor.accept("a consumer on queue '%s'".formatted(queue));
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("Nothing completes this exceptionally", ex);
			}
		}
	}

	private CompletableFuture<Void> attached(String queue) {
		return this.queues.computeIfAbsent(queue, (name) -> new CompletableFuture<>());
	}

}
