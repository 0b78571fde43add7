package dev.groundwork.autoconfigure;

import org.springframework.boot.bootstrap.BootstrapContextClosedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Begins to check the environment of an application as soon as nobody but its
 * configuration classes will change it: when its context has been initialized, and
 * {@link EarlyStart} has told the port of the early probe server.
 */
class EarlyCheckListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		event.getBootstrapContext().addCloseListener(EarlyCheckListener::begin);
	}

	private static void begin(BootstrapContextClosedEvent closed) {
		ConfigurableApplicationContext context = closed.getApplicationContext();
		if (isEnforced(context.getEnvironment())) {
			EarlyCheck.begin(context.getEnvironment(), context.getBeanFactory());
		}
	}

	private static boolean isEnforced(Environment environment) {
		return !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING) && OnGroundworkCondition.isOn(environment)
				&& EarlySetting.read(environment, "groundwork.contract.enabled", true);
	}

}
