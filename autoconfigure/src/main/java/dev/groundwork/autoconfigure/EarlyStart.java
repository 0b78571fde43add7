package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.probe.StartStatus;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupObservation;
import dev.groundwork.startup.StartupWatchdog;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What there is of Groundwork before the application context exists: the observation of
 * the start, the watchdog and the early probe server of one application.
 */
final class EarlyStart implements SmartApplicationListener {

	private static final String BEAN_NAME = "groundworkEarlyStart";

	/**
	 * The time in which a start that has failed ends by itself, unless it is stuck.
	 */
	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final Set<Class<? extends ApplicationEvent>> EVENTS = Set.of(ApplicationFailedEvent.class,
			ApplicationReadyEvent.class, ContextClosedEvent.class, AvailabilityChangeEvent.class);

	private final StartupObservation observation;

	private final StartStatus status;

	private final ForcedEnd forcedEnd;

	private final StartupWatchdog watchdog;

	private final ClassPreloading preloading;

	private final EarlyProbeServer probeServer;

	private volatile @Nullable ConfigurableApplicationContext context;

	private volatile @Nullable Readiness readiness;

	private EarlyStart(StartupObservation observation, ConfigurableEnvironment environment, boolean aotProcessing) {
		StartupProperties properties = EarlySetting.readAll(environment, "groundwork.startup", new StartupProperties());
		boolean test = aotProcessing || environment.containsProperty(ApplicationTermination.TEST);
		this.observation = observation;
		this.status = new StartStatus(observation);
		this.forcedEnd = new ForcedEnd(observation, new FailureReport(environment), test);
		this.preloading = new ClassPreloading(EarlyStart.class.getClassLoader(),
				properties.isPreloadClasses() && !test);
		this.probeServer = aotProcessing ? EarlyProbeServer.none() : EarlyProbeServer.begin(environment, this.status);
		this.watchdog = new StartupWatchdog(observation, properties.getDeadline(), properties.getOnDeadline(),
				this.forcedEnd::end);
	}

	static EarlyStart begin(StartupObservation observation, ConfigurableEnvironment environment) {
		boolean aotProcessing = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
		EarlyStart start = new EarlyStart(observation, environment, aotProcessing);
		if (!aotProcessing) {
			start.watchdog.start();
		}
		return start;
	}

	/**
	 * Make the observation a bean. Where the application was processed ahead of time
	 * there is no other.
	 * @param observation what is seen of the start
	 * @param prepared the context
	 */
	static void register(StartupObservation observation, ConfigurableApplicationContext prepared) {
		prepared.getBeanFactory().registerSingleton("groundworkStartupObservation", observation);
	}

	/**
	 * Note that there is a context.
	 * @param prepared the context
	 * @throws DiagnosedException if the early probe server could not be started
	 */
	void contextPrepared(ConfigurableApplicationContext prepared) {
		this.context = prepared;
		this.probeServer.publishPort(prepared.getEnvironment());
		register(this.observation, prepared);
		prepared.getBeanFactory().registerSingleton(BEAN_NAME, this);
		if (AotDetector.useGeneratedArtifacts()) {
			// There is no auto-configuration to wait for
			this.preloading.begin();
		}
	}

	/**
	 * Note that the start goes on with its auto-configuration: most of what is loaded
	 * ahead will be needed.
	 * @param beanFactory that of the context, which may have been observed or not
	 */
	static void notRefused(SingletonBeanRegistry beanFactory) {
		if (beanFactory.getSingleton(BEAN_NAME) instanceof EarlyStart start) {
			start.preloading.begin();
		}
	}

	/**
	 * Note that the start will probably be refused, and load what that needs.
	 * @param beanFactory that of the context, which may have been observed or not
	 */
	static void probablyRefused(SingletonBeanRegistry beanFactory) {
		if (beanFactory.getSingleton(BEAN_NAME) instanceof EarlyStart start) {
			start.preloading.loadRefusal();
		}
	}

	boolean loadsClassesAhead() {
		return this.preloading.hasBegun();
	}

	void follow(Startup startup, Readiness newReadiness) {
		this.readiness = newReadiness;
		this.status.follow(startup, newReadiness);
		startup.completion().whenComplete((result, thrown) -> {
			Throwable cause = (thrown instanceof CompletionException) ? thrown.getCause() : thrown;
			if (cause instanceof DiagnosedException failure) {
				Executor later = CompletableFuture.delayedExecutor(GRACE.toSeconds(), TimeUnit.SECONDS);
				CompletableFuture.runAsync(() -> endIfStuck(failure), later);
			}
		});
	}

	private void endIfStuck(DiagnosedException failure) {
		if (!this.observation.hasStarted()) {
			this.forcedEnd.end(failure);
		}
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
		return EVENTS.stream().anyMatch((event) -> event.isAssignableFrom(type));
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof ApplicationFailedEvent failed && isOwn(failed.getApplicationContext())) {
			this.status.failed(failed.getException());
			ended();
			contextEnded();
		}
		else if (event instanceof ApplicationReadyEvent ready && isOwn(ready.getApplicationContext())) {
			this.observation.started();
		}
		else if (event instanceof ContextClosedEvent && isOwn(event.getSource())) {
			closed();
		}
		else if (event instanceof AvailabilityChangeEvent<?> changed && isOwn(event.getSource())) {
			availabilityChanged(changed.getState());
		}
	}

	private void closed() {
		this.status.stopping();
		ended();
	}

	private void ended() {
		this.observation.started();
		this.watchdog.close();
		this.preloading.end();
	}

	/**
	 * Note that the beans of the context are gone.
	 */
	void contextEnded() {
		this.probeServer.applicationEnded();
	}

	private void availabilityChanged(Object state) {
		Readiness current = this.readiness;
		if (state instanceof ReadinessState accepting) {
			this.status.acceptingTraffic(accepting == ReadinessState.ACCEPTING_TRAFFIC);
		}
		else if (state instanceof LivenessState live && current != null) {
			current.broken((live == LivenessState.BROKEN) ? "the application says so" : null);
		}
	}

	private boolean isOwn(@Nullable Object source) {
		return source == this.context;
	}

}
