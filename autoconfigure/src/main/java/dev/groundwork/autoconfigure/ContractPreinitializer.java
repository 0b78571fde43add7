package dev.groundwork.autoconfigure;

import java.util.Map;

import dev.groundwork.contract.Contract;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@link BackgroundPreinitializer} that checks a small contract while the configuration
 * classes are still being parsed: most of what the check costs in a cold JVM is loading
 * its classes.
 */
class ContractPreinitializer implements BackgroundPreinitializer {

	private static final Map<String, Object> SAMPLE = Map.of("groundwork.contract.secrets[0].property", "sample.secret",
			"groundwork.contract.secrets[0].environment", "SAMPLE_SECRET", "groundwork.contract.secrets[0].min-bytes",
			"32", "groundwork.contract.required[0]", "sample.url", "sample.secret", "${SAMPLE_SECRET}", "SAMPLE_SECRET",
			"Zq8vN3xLw0Ty6RkB1mHc9JdU4sPeGfXa7oVi", "sample.url", "https://${sample.host:example.com}/",
			"sample.timeout", "10s");

	@Override
	public void preinitialize() {
		ConfigurableEnvironment environment = new SampleEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("sample", SAMPLE));
		new Contract(new ContractBinding(environment).terms()).check(environment);
	}

	/**
	 * Environment with nothing of this process in it.
	 */
	private static final class SampleEnvironment extends StandardEnvironment {

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
			// nothing is asked of the process
		}

	}

}
