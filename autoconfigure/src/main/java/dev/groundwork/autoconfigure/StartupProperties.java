package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import dev.groundwork.startup.OnDeadline;
import dev.groundwork.startup.StartupStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.Assert;

/**
 * Configuration properties for the start-up tasks.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.startup", ignoreUnknownFields = false)
public class StartupProperties {

	/**
	 * Whether the application context waits for the start-up tasks. Defaults to
	 * 'background' in a web application and to 'block' otherwise.
	 */
	private @Nullable StartupStrategy strategy;

	/**
	 * Time that all start-up tasks together may take. If a duration suffix is not
	 * specified, seconds will be used.
	 */
	@DurationUnit(ChronoUnit.SECONDS)
	private Duration deadline = Duration.ofMinutes(2);

	/**
	 * What to do when the deadline has passed.
	 */
	private OnDeadline onDeadline = OnDeadline.STAY_UNREADY;

	/**
	 * Whether classes that the start is about to need are loaded on a thread beside it.
	 * They are not with a single processor, in a native image or in a test.
	 */
	private boolean preloadClasses = true;

	public @Nullable StartupStrategy getStrategy() {
		return this.strategy;
	}

	public void setStrategy(@Nullable StartupStrategy strategy) {
		this.strategy = strategy;
	}

	public Duration getDeadline() {
		return this.deadline;
	}

	public void setDeadline(Duration deadline) {
		Assert.isTrue(!deadline.isNegative() && !deadline.isZero(),
				() -> "'deadline' must be positive but is " + deadline);
		this.deadline = deadline;
	}

	public OnDeadline getOnDeadline() {
		return this.onDeadline;
	}

	public void setOnDeadline(OnDeadline onDeadline) {
		this.onDeadline = onDeadline;
	}

	public boolean isPreloadClasses() {
		return this.preloadClasses;
	}

	public void setPreloadClasses(boolean preloadClasses) {
		this.preloadClasses = preloadClasses;
	}

}
