package dev.groundwork.autoconfigure;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Begins to check the environment of an application as soon as nobody but its
 * configuration classes will change it.
 */
class EarlyCheckListener implements ApplicationListener<ApplicationContextInitializedEvent> {

	@Override
	public void onApplicationEvent(ApplicationContextInitializedEvent event) {
		ConfigurableApplicationContext context = event.getApplicationContext();
		if (isEnforced(context.getEnvironment())) {
			EarlyCheck.begin(context.getEnvironment(), context.getBeanFactory());
		}
	}

	private static boolean isEnforced(Environment environment) {
		return !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING) && OnGroundworkCondition.isOn(environment)
				&& EarlySetting.read(environment, "groundwork.contract.enabled", true);
	}

}
