package dev.groundwork.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.core.metrics.ApplicationStartup;

/**
 * What is seen of the start of one application, from before its context exists until it
 * has started: the beans that are being created, the tasks and who waits for whom.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class StartupObservation {

	private static final String CONTEXT = "the application context";

	private final BeansInCreation beans = new BeansInCreation();

	private final JvmThreads threads = new JvmThreads();

	private final Thread startingThread;

	private final Clock clock;

	private final Instant began;

	private volatile @Nullable Startup startup;

	private volatile Supplier<List<Wait>> others = List::of;

	private volatile boolean started;

	private volatile String cycle = "";

	/**
	 * Create a new {@link StartupObservation} instance.
	 * @param startingThread the thread that starts the application
	 */
	public StartupObservation(Thread startingThread) {
		this(startingThread, Clock.systemUTC());
	}

	StartupObservation(Thread startingThread, Clock clock) {
		this.startingThread = startingThread;
		this.clock = clock;
		this.began = clock.instant();
	}

	/**
	 * Observe the steps of the start, which all reach the given one as before.
	 * @param users records the steps for the application
	 * @return what the application is to use instead
	 */
	public ApplicationStartup observe(ApplicationStartup users) {
		if (users instanceof ObservedBufferingStartup observed) {
			return observe(observed.users());
		}
		if (users instanceof ObservedStartup observed) {
			return observe(observed.users());
		}
		return (users instanceof BufferingApplicationStartup buffering)
				? new ObservedBufferingStartup(buffering, this.beans) : new ObservedStartup(users, this.beans);
	}

	/**
	 * Observe the tasks too, from now on.
	 * @param startup the start of the application
	 * @param others further waits, found without waiting for anything
	 */
	public void follow(Startup startup, Supplier<List<Wait>> others) {
		this.others = others;
		this.startup = startup;
	}

	/**
	 * Note that the thread that starts the application has done so, or has failed to, and
	 * observe no beans any more.
	 */
	public void started() {
		this.started = true;
		this.beans.end();
	}

	/**
	 * Return whether the thread that starts the application has done so, or has failed
	 * to.
	 * @return whether it has
	 */
	public boolean hasStarted() {
		return this.started;
	}

	/**
	 * Return the thread that starts the application.
	 * @return the thread
	 */
	public Thread startingThread() {
		return this.startingThread;
	}

	/**
	 * Return how long ago the observation has begun.
	 * @return the time since the environment of the application was prepared
	 */
	public Duration elapsed() {
		return Duration.between(this.began, this.clock.instant());
	}

	/**
	 * Return the beans that are being created, without waiting for anything.
	 * @return the beans, those of one thread after each other, the outermost first
	 */
	public List<BeanInCreation> beans() {
		return this.beans.snapshot(this.clock.instant());
	}

	/**
	 * Return the circle of waits that was last found.
	 * @return the circle as a path such as {@code cache → redis → cache}, empty if there
	 * is none
	 */
	public String cycle() {
		return this.cycle;
	}

	void cycle(String path) {
		this.cycle = path;
	}

	/**
	 * Return who waits for whom. Reads the state of every thread.
	 * @return the waits of the beans, the tasks and the threads
	 */
	public WaitGraph waits() {
		List<BeanInCreation> created = beans();
		Set<Long> creators = created.stream().map(BeanInCreation::threadId).collect(Collectors.toSet());
		Startup followed = this.startup;
		Map<Long, TaskSnapshot> running = (followed != null) ? followed.running() : Map.of();
		return WaitGraphAssembly.of(new StartMoment(this.clock.instant(), this.threads.snapshot(creators), created,
				running, told(followed, created)));
	}

	private List<Wait> told(@Nullable Startup followed, List<BeanInCreation> created) {
		List<Wait> told = new ArrayList<>();
		if (followed != null) {
			told.addAll(followed.waits().waits());
		}
		told.addAll(this.others.get());
		if (!this.started) {
			created.stream()
				.filter((bean) -> bean.threadId() == this.startingThread.getId())
				.findFirst()
				.ifPresent((bean) -> told.add(new Wait(CONTEXT, bean.name(), "creates it",
						Duration.between(bean.since(), this.clock.instant()), bean.thread(), true)));
		}
		return told;
	}

	List<ThreadStack> stacks(Set<String> names) {
		return this.threads.stacks(names);
	}

	@Nullable Startup startup() {
		return this.startup;
	}

	/**
	 * Return how far the start got.
	 * @return something that is equal as long as nothing gets any further
	 */
	Object progress() {
		Startup followed = this.startup;
		if (followed == null || !followed.hasBegun()) {
			return this.beans.steps();
		}
		return List.of(followed.progress(), this.started,
				this.others.get().stream().map((wait) -> wait.waiter() + "→" + wait.target()).toList());
	}

	Set<String> taskThreads() {
		Startup followed = this.startup;
		return (followed != null) ? followed.threads() : Set.of();
	}

	/**
	 * Return the waits for what is neither a bean nor a task.
	 * @return the waits
	 */
	List<Wait> otherWaits() {
		return this.others.get();
	}

}
