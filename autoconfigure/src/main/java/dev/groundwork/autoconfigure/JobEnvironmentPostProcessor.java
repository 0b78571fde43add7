package dev.groundwork.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@link EnvironmentPostProcessor} that keeps the standard output of a {@link JobRun}
 * free of everything but the document, and the log to what matters in it unless the
 * application says otherwise.
 */
class JobEnvironmentPostProcessor implements EnvironmentPostProcessor {

	private final ConfigurableBootstrapContext bootstrapContext;

	JobEnvironmentPostProcessor(ConfigurableBootstrapContext bootstrapContext) {
		this.bootstrapContext = bootstrapContext;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!JobRun.of(environment).requested()) {
			return;
		}
		StandardOutput output = StandardOutput.claim();
		this.bootstrapContext.addCloseListener((event) -> event.getApplicationContext()
			.getBeanFactory()
			.registerSingleton(StandardOutput.BEAN_NAME, output));
		environment.getPropertySources()
			.addLast(new MapPropertySource("groundworkJobRun",
					Map.of("spring.main.banner-mode", "off", "spring.main.log-startup-info", "false",
							"logging.level.root", "warn", "logging.level.dev.groundwork", "info")));
	}

}
