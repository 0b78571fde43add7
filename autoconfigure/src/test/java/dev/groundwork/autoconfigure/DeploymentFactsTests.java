package dev.groundwork.autoconfigure;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.groundwork.contract.Deployment;
import dev.groundwork.contract.Production;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeploymentFacts}.
 */
class DeploymentFactsTests {

	private static final Production PRODUCTION = new Production(true, "the test says so");

	private final MockEnvironment environment = new MockEnvironment();

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	@TempDir
	@SuppressWarnings("NullAway.Init") // set by JUnit
	private Path directory;

	@Test
	void containerIsKnownByItsMarkOrByKubernetes() throws Exception {
		Path mark = this.directory.resolve(".dockerenv");
		assertThat(deployment(mark).container()).isFalse();
		Files.createFile(mark);
		assertThat(deployment(mark).container()).isTrue();
		this.environment.setProperty("spring.main.cloud-platform", "kubernetes");
		assertThat(deployment().container()).isTrue();
	}

	@Test
	void prefixesAreThoseOfAllKindsOfBeansAndNoneIsCreated() {
		AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(this.beanFactory);
		reader.register(Beans.class, Component.class);
		new ConfigurationClassPostProcessor().postProcessBeanDefinitionRegistry(this.beanFactory);
		assertThat(deployment().prefixesRead()).contains("app.enabled", "app.component", "app.method");
		assertThat(this.beanFactory.getSingletonNames()).allMatch((name) -> name.startsWith("org.springframework."));
	}

	@Test
	void deadlineIsThatOfTheStart() {
		assertThat(deployment().startupDeadline()).isEqualTo(Duration.ofMinutes(2));
		this.environment.setProperty("groundwork.startup.deadline", "45");
		assertThat(deployment().startupDeadline()).isEqualTo(Duration.ofSeconds(45));
		this.environment.setProperty("groundwork.startup.deadline", "soon");
		assertThat(deployment().startupDeadline()).isNull();
	}

	@Test
	void buildIsReadOnlyIfSomebodyAsks() throws Exception {
		Files.writeString(this.directory.resolve("git.properties"), "git.commit.id.full=4f2c9d1\n");
		Files.writeString(Files.createDirectory(this.directory.resolve("META-INF")).resolve("build-info.properties"),
				"build.version=1.2\n");
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.directory.toUri().toURL() }, null)) {
			this.beanFactory.setBeanClassLoader(loader);
			assertThat(deployment().build()).isNull();
			assertThat(new DeploymentFacts(this.environment, this.beanFactory, List.of()).deployment(PRODUCTION, true)
				.build()).isEqualTo(new Deployment.Build("4f2c9d1", "1.2"));
		}
	}

	@Test
	void nothingReloadsAnApplicationWithoutTools() {
		this.environment.setProperty("spring.devtools.remote.secret", "word");
		assertThat(deployment().hotReload()).isEmpty();
	}

	private Deployment deployment(Path... containerMarks) {
		return new DeploymentFacts(this.environment, this.beanFactory, List.of(containerMarks)).deployment(PRODUCTION,
				false);
	}

	@EnableConfigurationProperties(Enabled.class)
	static class Beans {

		@Bean
		@ConfigurationProperties("app.method")
		static Object method() {
			throw new IllegalStateException("created");
		}

	}

	@ConfigurationProperties("app.enabled")
	static class Enabled {

	}

	@ConfigurationProperties(prefix = "app.component")
	static class Component {

	}

}
