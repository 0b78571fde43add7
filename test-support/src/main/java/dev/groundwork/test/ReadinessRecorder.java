package dev.groundwork.test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * {@link ApplicationContextInitializer} that writes down when an application takes
 * requests for the first time, and what is published until then, for
 * {@link GroundworkAssert#neverReadyBefore(String)}. Every {@link SpringApplication} that
 * a test starts has it; an application context runner gets it by
 * {@code withInitializer(new ReadinessRecorder())}.
 *
 * @since 0.1.0
 */
public final class ReadinessRecorder implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (!context.getBeanFactory().containsSingleton(ReadinessRecording.BEAN_NAME)) {
			ReadinessRecording recording = new ReadinessRecording(context);
			context.getBeanFactory().registerSingleton(ReadinessRecording.BEAN_NAME, recording);
			context.getBeanFactory().addBeanPostProcessor(recording.finder());
			context.addApplicationListener(recording);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
