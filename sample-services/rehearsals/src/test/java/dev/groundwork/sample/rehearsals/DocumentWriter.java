package dev.groundwork.sample.rehearsals;

import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Creates documents, some twenty a second, until it is ended, and counts those that the
 * service has answered for.
 */
final class DocumentWriter implements AutoCloseable {

	private static final int PAUSE_MILLIS = 50;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

	private final AtomicInteger acknowledged = new AtomicInteger();

	DocumentWriter(Supplier<ServiceProcess> documents, String title) {
		this.executor.scheduleWithFixedDelay(() -> write(documents.get(), title), 0, PAUSE_MILLIS,
				TimeUnit.MILLISECONDS);
	}

	private void write(ServiceProcess documents, String title) {
		try {
			if (create(documents, title)) {
				this.acknowledged.incrementAndGet();
			}
		}
		catch (UncheckedIOException ex) {
			// killed: whether this document is stored, only the database knows
		}
	}

	static boolean create(ServiceProcess documents, String title) {
		return documents.post("/documents", "{\"title\":\"%s\",\"body\":\"\",\"author\":\"ann\"}".formatted(title))
			.statusCode() == 201;
	}

	int acknowledged() {
		return this.acknowledged.get();
	}

	void end() {
		close();
		try {
			assertThat(this.executor.awaitTermination(30, TimeUnit.SECONDS)).as("the writer ends").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.executor.shutdown();
	}

}
