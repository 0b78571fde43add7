package dev.groundwork.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.groundwork.readiness.Readiness;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * What was seen of the start of one application: when each type of event was published
 * first, and from when on requests were taken. Readiness tells nobody when it changes, so
 * it is looked at before each event, when the start completes, and in short intervals in
 * between. Thread-safe.
 */
final class ReadinessRecording implements ApplicationListener<ApplicationEvent>, Ordered {

	static final String BEAN_NAME = ReadinessRecording.class.getName();

	private static final Duration INTERVAL = Duration.ofMillis(10);

	/**
	 * Only {@link org.springframework.boot.SpringApplication} registers it, and publishes
	 * when it accepts traffic.
	 */
	private static final String SPRING_APPLICATION = "springApplicationArguments";

	private final ApplicationContext context;

	private final Map<Class<?>, Instant> events = new ConcurrentHashMap<>();

	private final CountDownLatch end = new CountDownLatch(1);

	private volatile @Nullable Readiness readiness;

	private volatile boolean acceptingTraffic;

	private volatile @Nullable Instant ready;

	ReadinessRecording(ApplicationContext context) {
		this.context = context;
	}

	static Optional<ReadinessRecording> of(ApplicationContext context) {
		return context.containsBean(BEAN_NAME) ? Optional.of(context.getBean(BEAN_NAME, ReadinessRecording.class))
				: Optional.empty();
	}

	/**
	 * Return when requests were taken for the first time.
	 * @return the moment, or {@code null} if they never were
	 */
	@Nullable Instant ready() {
		look();
		return this.ready;
	}

	/**
	 * Return when an event was published for the first time.
	 * @param type the type of the event or its payload, or a supertype
	 * @return the moment, or empty if it never was
	 */
	Optional<Instant> published(Class<?> type) {
		return this.events.entrySet()
			.stream()
			.filter((event) -> type.isAssignableFrom(event.getKey()))
			.map(Map.Entry::getValue)
			.min(Instant::compareTo);
	}

	/**
	 * Return what finds the readiness among the beans. It is no bean itself, as Spring
	 * warns of beans that are created before a post-processor.
	 * @return the post-processor
	 */
	BeanPostProcessor finder() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				if (bean instanceof Readiness found) {
					follow(found);
				}
				return bean;
			}

		};
	}

	private void follow(Readiness found) {
		this.readiness = found;
		found.whenReady().thenRun(this::look);
		Thread thread = new Thread(this::lookUntilReady, "readiness-recorder");
		thread.setDaemon(true);
		thread.start();
	}

	private void lookUntilReady() {
		try {
			while (this.ready == null && !this.end.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
				look();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		look();
		Object published = (event instanceof PayloadApplicationEvent<?> payload) ? payload.getPayload() : event;
		this.events.putIfAbsent(published.getClass(), Instant.now());
		if (event instanceof AvailabilityChangeEvent<?> change && change.getSource() == this.context
				&& change.getState() instanceof ReadinessState state) {
			this.acceptingTraffic = state == ReadinessState.ACCEPTING_TRAFFIC;
			look();
		}
		if (event instanceof ContextClosedEvent && event.getSource() == this.context) {
			this.end.countDown();
		}
	}

	private synchronized void look() {
		if (this.ready == null && isReady()) {
			this.ready = Instant.now();
		}
	}

	private boolean isReady() {
		Readiness found = this.readiness;
		if (!this.acceptingTraffic && (found == null || this.context.containsLocalBean(SPRING_APPLICATION))) {
			return false;
		}
		return found == null || found.isReady();
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
