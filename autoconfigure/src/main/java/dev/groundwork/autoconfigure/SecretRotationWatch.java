package dev.groundwork.autoconfigure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.groundwork.contract.Finding;
import dev.groundwork.contract.SecretReading;
import dev.groundwork.contract.SecretRotatedEvent;
import dev.groundwork.contract.SecretRotation;
import dev.groundwork.contract.SecretRotationRefusedEvent;
import dev.groundwork.contract.WatchedSecret;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.log.LogMessage;

/**
 * Watches the files of the secrets under contract, on a thread of its own. Only looks:
 * the environment stays as it is.
 */
final class SecretRotationWatch implements SmartLifecycle {

	static final String THREAD_NAME = "groundwork-secret-rotation";

	private static final Duration END = Duration.ofSeconds(2);

	private static final Log logger = LogFactory.getLog(SecretRotationWatch.class);

	private final ConfigurableEnvironment environment;

	private final ContractInForce contract;

	private final SecretRotations rotations;

	private final ApplicationEventPublisher events;

	private final Duration interval;

	private final Clock clock;

	private final Map<Path, WatchedFile> files = new LinkedHashMap<>();

	private final Map<WatchedSecret, List<WatchedFile>> secrets = new LinkedHashMap<>();

	private volatile boolean running;

	private @Nullable ScheduledExecutorService executor;

	SecretRotationWatch(ConfigurableEnvironment environment, ContractInForce contract, SecretRotations rotations,
			ApplicationEventPublisher events, Duration interval, Clock clock) {
		this.environment = environment;
		this.contract = contract;
		this.rotations = rotations;
		this.events = events;
		this.interval = interval;
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		if (this.running) {
			return;
		}
		this.running = true;
		if (find()) {
			ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((task) -> {
				Thread thread = new Thread(task, THREAD_NAME);
				thread.setDaemon(true);
				return thread;
			});
			long nanos = this.interval.toNanos();
			started.scheduleWithFixedDelay(this::pollSafely, nanos, nanos, TimeUnit.NANOSECONDS);
			this.executor = started;
		}
	}

	/**
	 * Find what is to be watched. The first looks compare it with what the application
	 * has, so that nothing is missed that changed before.
	 * @return whether there is anything
	 */
	boolean find() {
		this.files.clear();
		this.secrets.clear();
		readings(this.environment).values().forEach(this::watch);
		return !this.secrets.isEmpty();
	}

	private void watch(SecretReading reading) {
		reading.origins()
			.stream()
			.filter((origin) -> SecretFiles.file(origin) != null)
			.findFirst()
			.ifPresent((origin) -> this.secrets.put(new WatchedSecret(reading, origin),
					reading.origins()
						.stream()
						.map(SecretFiles::file)
						.filter(Objects::nonNull)
						.distinct()
						.map((file) -> this.files.computeIfAbsent(file, WatchedFile::new))
						.toList()));
	}

	private void pollSafely() {
		try {
			poll();
		}
		catch (RuntimeException ex) {
			// not with its message, which may quote what was read
			logger.warn(LogMessage.format("The files of secrets could not be looked at (%s); trying again in %s",
					ex.getClass().getName(), this.interval));
		}
	}

	void poll() {
		List<WatchedFile> changed = this.files.values().stream().filter(WatchedFile::isChanged).toList();
		if (changed.isEmpty()) {
			return;
		}
		Map<String, SecretReading> readings = readings(SecretFiles.readAgain(this.environment, this.files.keySet()));
		if (changed.stream().allMatch(WatchedFile::isStillTheSame)) {
			this.secrets.forEach((secret, files) -> {
				if (files.stream().anyMatch(changed::contains)) {
					SecretReading reading = readings.get(secret.property());
					tell(secret, secret.see(isFrom(files, reading) ? reading : null, this.clock.instant()));
				}
			});
		}
		else {
			// together or not at all: what has settled is looked at once more
			changed.forEach(WatchedFile::forget);
		}
	}

	private static boolean isFrom(List<WatchedFile> files, @Nullable SecretReading reading) {
		if (reading == null || !files.stream().allMatch(WatchedFile::isThere)) {
			return false;
		}
		List<Path> origins = reading.origins().stream().map(SecretFiles::file).filter(Objects::nonNull).toList();
		return files.stream().map(WatchedFile::path).anyMatch(origins::contains);
	}

	private Map<String, SecretReading> readings(ConfigurableEnvironment environment) {
		Map<String, SecretReading> readings = new LinkedHashMap<>();
		this.contract.contracts()
			.forEach((contract) -> contract.read(environment, this.contract.deployment())
				.forEach((reading) -> readings.putIfAbsent(reading.property(), reading)));
		return readings;
	}

	private void tell(WatchedSecret secret, WatchedSecret.Outcome outcome) {
		SecretRotation rotation = outcome.rotation();
		if (outcome.recovered()) {
			this.rotations.remove(secret.property());
			logger
				.info(LogMessage.format("%s: the value at %s is again what it was", secret.property(), secret.place()));
		}
		if (rotation == null) {
			return;
		}
		this.rotations.add(rotation);
		SecretReading reading = outcome.reading();
		if (reading != null) {
			logger.info(LogMessage.format("%s: %s", rotation.property(), rotation.summary()));
			publish(rotation, new SecretRotatedEvent(rotation.property(), rotation.place(), reading.value()));
		}
		else {
			Finding finding = rotation.findings().get(0);
			logger.warn(LogMessage.format("[%s] %s: %s%n%s", finding.rule(), rotation.property(), rotation.summary(),
					finding.remedy()));
			publish(rotation, new SecretRotationRefusedEvent(rotation));
		}
	}

	private void publish(SecretRotation rotation, Object event) {
		try {
			this.events.publishEvent(event);
		}
		catch (RuntimeException ex) {
			// not with its message, which may quote the value
			logger.warn(LogMessage.format("%s: a listener failed with %s when it was told that the value changed",
					rotation.property(), ex.getClass().getName()));
		}
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		ScheduledExecutorService started = this.executor;
		this.executor = null;
		if (started != null) {
			started.shutdownNow();
			try {
				started.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
