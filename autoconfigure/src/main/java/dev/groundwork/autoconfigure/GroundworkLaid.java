package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.startup.OnDeadline;
import dev.groundwork.startup.Startup;
import dev.groundwork.startup.StartupTask;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;

/**
 * Bean that exists only after everything has been provisioned. A bean that reaches for
 * the infrastructure while it is created asks for that with
 * {@link DependsOn @DependsOn(GroundworkLaid.BEAN_NAME)}; its creation then waits, at
 * most until the deadline of the start, which ends the start.
 *
 * @since 0.1.0
 */
public final class GroundworkLaid implements InitializingBean {

	/**
	 * Name of the bean.
	 */
	public static final String BEAN_NAME = "groundworkLaid";

	private final Supplier<? extends List<? extends StartupTask>> provisioning;

	private final Duration deadline;

	GroundworkLaid(Supplier<? extends List<? extends StartupTask>> provisioning, Duration deadline) {
		this.provisioning = provisioning;
		this.deadline = deadline;
	}

	@Override
	public void afterPropertiesSet() throws InterruptedException {
		Startup startup = new Startup(() -> List.copyOf(this.provisioning.get()), this.deadline, OnDeadline.FAIL);
		try {
			startup.start();
			startup.await();
		}
		finally {
			startup.stop();
		}
	}

}
