package dev.groundwork.drills;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that stores a document every 100 ms, until it is closed.
 */
final class Load implements AutoCloseable {

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private static final int CREATED = 201;

	private final ScheduledExecutorService client = Executors.newScheduledThreadPool(8);

	private final AtomicInteger sent = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	private final Application documents;

	private Load(Application documents) {
		this.documents = documents;
	}

	static Load on(Application documents) {
		Load load = new Load(documents);
		ScheduledExecutorService client = load.client;
		client.scheduleAtFixedRate(() -> client.execute(load::store), 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
		return load;
	}

	private void store() {
		int number = this.sent.incrementAndGet();
		if (this.documents.post("/documents", "\"%d\"".formatted(number)).status() != CREATED) {
			this.failed.incrementAndGet();
		}
	}

	int sent() {
		return this.sent.get();
	}

	int failed() {
		return this.failed.get();
	}

	@Override
	public void close() {
		this.client.shutdown();
		try {
			if (!this.client.awaitTermination(30, TimeUnit.SECONDS)) {
				throw new IllegalStateException("The client still waits for answers");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
