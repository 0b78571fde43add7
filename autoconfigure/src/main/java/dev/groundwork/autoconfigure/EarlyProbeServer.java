package dev.groundwork.autoconfigure;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.probe.ProbeServer;
import dev.groundwork.probe.StartStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The early probe server of one application, if it has one. Starts on a thread of its
 * own: what it needs is loaded for the first time, which would hold up the one that
 * starts the application.
 */
final class EarlyProbeServer {

	private static final String PREFIX = "groundwork.probe";

	private static final String THREAD = "groundwork-probe-start";

	private static final String LOCAL_PORT = "local.groundwork.probe.port";

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final CompletableFuture<@Nullable ProbeServer> server;

	private EarlyProbeServer(CompletableFuture<@Nullable ProbeServer> server) {
		this.server = server;
	}

	static EarlyProbeServer none() {
		return new EarlyProbeServer(CompletableFuture.completedFuture(null));
	}

	/**
	 * Begin to start the server, if there is to be one.
	 * @param environment has its address
	 * @param status what it tells
	 * @return the server
	 */
	static EarlyProbeServer begin(ConfigurableEnvironment environment, StartStatus status) {
		if (!EarlySetting.isAnySet(environment, PREFIX)) {
			return none();
		}
		return new EarlyProbeServer(CompletableFuture.supplyAsync(() -> start(environment, status), (task) -> {
			Thread thread = new Thread(task, THREAD);
			thread.setDaemon(true);
			thread.start();
		}));
	}

	private static @Nullable ProbeServer start(ConfigurableEnvironment environment, StartStatus status) {
		InetSocketAddress address = EarlySetting.readAll(environment, PREFIX, new ProbeProperties()).socketAddress();
		return (address != null) ? ProbeServer.start(address, status) : null;
	}

	/**
	 * Wait until the server listens, for ten seconds at most, and publish its port.
	 * @param environment gets the port, if there is a server
	 * @throws DiagnosedException if the server could not be started
	 */
	void publishPort(ConfigurableEnvironment environment) {
		ProbeServer started = await();
		if (started != null) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("groundworkProbe", Map.of(LOCAL_PORT, started.getPort())));
		}
	}

	private @Nullable ProbeServer await() {
		try {
			return this.server.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the early probe server", ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof DiagnosedException failure) ? failure
					: new IllegalStateException("The early probe server was not started", ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new DiagnosedException(new Diagnosis(FailureKind.TRANSIENT,
					"Early probe server (groundwork.probe.port)", "does not listen after " + LIMIT.toSeconds() + " s",
					"thread '%s' has not ended".formatted(THREAD),
					"Set 'groundwork.probe.address', if it is a name, to an IP address: a name has to be looked up first."),
					ex);
		}
	}

	/**
	 * Note that the beans of the application are gone.
	 */
	void applicationEnded() {
		this.server.thenAccept((started) -> {
			if (started != null) {
				started.applicationEnded();
			}
		});
	}

}
