package dev.groundwork.websocket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The WebSocket sessions that are open. Tells each that the server goes away, with 1001,
 * when listeners have stopped and before the web server does: it would cut the
 * connections without a word. Thread-safe.
 *
 * @since 0.1.0
 */
public final class OpenSessions implements SmartLifecycle {

	/**
	 * Phase of the farewell: before graceful shutdown of the web server begins, which has
	 * {@code DEFAULT_PHASE - 1024}.
	 */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 960;

	private static final Log logger = LogFactory.getLog(OpenSessions.class);

	private static final int THREADS = 16;

	private static final Duration LIMIT = Duration.ofSeconds(2);

	private final Map<Object, Callable<?>> farewells = new ConcurrentHashMap<>();

	private volatile boolean running;

	void opened(Object session, Callable<?> farewell) {
		this.farewells.put(session, farewell);
	}

	void closed(Object session) {
		this.farewells.remove(session);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		List<Callable<Void>> open = this.farewells.values().stream().map(OpenSessions::quietly).toList();
		if (!open.isEmpty()) {
			closeAll(open);
		}
	}

	private static Callable<Void> quietly(Callable<?> farewell) {
		return () -> {
			try {
				farewell.call();
			}
			catch (Exception ex) {
				logger.debug("A WebSocket session could not be closed", ex);
			}
			return null;
		};
	}

	private static void closeAll(List<Callable<Void>> farewells) {
		logger.info("Telling %d WebSocket sessions that the server goes away".formatted(farewells.size()));
		CustomizableThreadFactory threads = new CustomizableThreadFactory("groundwork-going-away-");
		threads.setDaemon(true);
		ExecutorService executor = Executors.newFixedThreadPool(Math.min(THREADS, farewells.size()), threads);
		try {
			executor.invokeAll(farewells, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Return that sessions stay open while the context is paused.
	 */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
