package dev.groundwork.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Asks a server again and again for something, until it has done it.
 */
abstract class ServerWaitStrategy extends AbstractWaitStrategy {

	private static final Duration INTERVAL = Duration.ofMillis(200);

	private final String what;

	/**
	 * Create a strategy.
	 * @param what what the server is to do, after "did not"
	 */
	ServerWaitStrategy(String what) {
		this.what = what;
	}

	@Override
	protected final void waitUntilReady() {
		try {
			Awaitility.await()
				.atMost(this.startupTimeout)
				.pollDelay(Duration.ZERO)
				.pollInterval(INTERVAL)
				.ignoreExceptionsInstanceOf(Exception.class)
				.until(() -> {
					ask();
					return true;
				});
		}
		catch (ConditionTimeoutException ex) {
			throw new ContainerLaunchException("Container '%s' did not %s within %d s".formatted(
					this.waitStrategyTarget.getContainerInfo().getName(), this.what, this.startupTimeout.toSeconds()),
					ex);
		}
	}

	/**
	 * Ask once, in bounded time.
	 * @throws Exception if the server has not done it
	 */
	abstract void ask() throws Exception;

	/**
	 * Return what is set in the container.
	 * @param name the name of an environment variable
	 * @param otherwise the value if it is not set
	 * @return the value
	 */
	final String environment(String name, String otherwise) {
		String[] variables = Objects.requireNonNullElse(this.waitStrategyTarget.getContainerInfo().getConfig().getEnv(),
				new String[0]);
		return Arrays.stream(variables)
			.filter((variable) -> variable.startsWith(name + "="))
			.map((variable) -> variable.substring(name.length() + 1))
			.findFirst()
			.orElse(otherwise);
	}

}
