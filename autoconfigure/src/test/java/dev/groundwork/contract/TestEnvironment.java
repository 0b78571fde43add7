package dev.groundwork.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * An environment with the property sources of Spring Boot, in their order, and nothing of
 * this machine in them.
 */
final class TestEnvironment extends StandardEnvironment {

	private final Map<String, Object> variables = new HashMap<>();

	private final Map<String, Object> systemProperties = new HashMap<>();

	@Override
	protected void customizePropertySources(MutablePropertySources propertySources) {
		// nothing: the fields of this type are not there yet
	}

	static TestEnvironment empty() {
		TestEnvironment environment = new TestEnvironment();
		environment.getPropertySources()
			.addLast(new MapPropertySource(SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, environment.systemProperties));
		environment.getPropertySources()
			.addLast(new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					environment.variables));
		return environment;
	}

	static TestEnvironment withYaml(String yaml) {
		return empty().yaml(yaml);
	}

	TestEnvironment variable(String name, String value) {
		this.variables.put(name, value);
		return this;
	}

	TestEnvironment systemProperty(String name, String value) {
		this.systemProperties.put(name, value);
		return this;
	}

	TestEnvironment commandLine(String... arguments) {
		getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
		return this;
	}

	TestEnvironment yaml(String yaml) {
		return load("application.yml", yaml);
	}

	/**
	 * Add a file as Spring Boot does that the application brings along.
	 */
	TestEnvironment ownYaml(String yaml) {
		return load("Config resource 'class path resource [application.yml]' via location 'optional:classpath:/'",
				yaml);
	}

	private TestEnvironment load(String name, String yaml) {
		ByteArrayResource resource = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "application.yml");
		try {
			new YamlPropertySourceLoader().load(name, resource).forEach(getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

}
