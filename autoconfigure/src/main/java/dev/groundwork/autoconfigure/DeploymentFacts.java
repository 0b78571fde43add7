package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import dev.groundwork.contract.Deployment;
import dev.groundwork.contract.Production;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Finds out what a {@link Deployment} says. Creates no bean, loads no class of the
 * application, and reads what the build wrote only if somebody asks which build it is.
 */
final class DeploymentFacts {

	private static final List<Path> CONTAINER_MARKS = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

	private static final String RESTART_CLASS_LOADER = "org.springframework.boot.devtools.restart.classloader.RestartClassLoader";

	private static final Map<String, String> AGENTS = Map.of("org.springsource.loaded.agent.SpringLoadedAgent",
			"Spring Loaded", "org.hotswap.agent.HotswapAgent", "HotswapAgent",
			"org.zeroturnaround.javarebel.ReloaderFactory", "JRebel");

	private static final Duration DEADLINE = new StartupProperties().getDeadline();

	private final ConfigurableEnvironment environment;

	private final ConfigurableListableBeanFactory beanFactory;

	private final List<Path> containerMarks;

	DeploymentFacts(ConfigurableEnvironment environment, ConfigurableListableBeanFactory beanFactory) {
		this(environment, beanFactory, CONTAINER_MARKS);
	}

	DeploymentFacts(ConfigurableEnvironment environment, ConfigurableListableBeanFactory beanFactory,
			List<Path> containerMarks) {
		this.environment = environment;
		this.beanFactory = beanFactory;
		this.containerMarks = containerMarks;
	}

	/**
	 * Return what is known.
	 * @param production whether this is production
	 * @param asksForBuild whether somebody says which build it has to be
	 * @return the deployment
	 */
	Deployment deployment(Production production, boolean asksForBuild) {
		return new Deployment(production, isContainer(), production.active() ? hotReload() : List.of(),
				asksForBuild ? build() : null, startupDeadline(), prefixesRead());
	}

	private boolean isContainer() {
		return CloudPlatform.KUBERNETES.isActive(this.environment)
				|| this.containerMarks.stream().anyMatch(Files::exists);
	}

	private List<String> hotReload() {
		List<String> tools = new ArrayList<>();
		if (restarts() || offersRemoteRestart()) {
			tools.add("Spring Boot DevTools");
		}
		ClassLoader system = ClassLoader.getSystemClassLoader();
		AGENTS.forEach((type, tool) -> {
			if (ClassUtils.isPresent(type, system)) {
				tools.add(tool);
			}
		});
		return tools;
	}

	/*
	 * In a packaged application DevTools is there, but does nothing: only where it works
	 * it has put its own class loader in between.
	 */
	private boolean restarts() {
		return Stream.iterate(this.beanFactory.getBeanClassLoader(), (loader) -> loader != null, ClassLoader::getParent)
			.anyMatch((loader) -> loader.getClass().getName().equals(RESTART_CLASS_LOADER));
	}

	private boolean offersRemoteRestart() {
		return StringUtils.hasText(this.environment.getProperty("spring.devtools.remote.secret")) && ClassUtils
			.isPresent("org.springframework.boot.devtools.restart.Restarter", this.beanFactory.getBeanClassLoader());
	}

	private Deployment.@Nullable Build build() {
		Properties git = read("git.properties");
		if (git.isEmpty()) {
			git = read("META-INF/git.properties");
		}
		String commit = Stream.of("git.commit.id", "git.commit.id.full", "git.commit.id.abbrev")
			.map(git::getProperty)
			.filter(StringUtils::hasText)
			.findFirst()
			.orElse(null);
		String version = read("META-INF/build-info.properties").getProperty("build.version");
		return (commit != null || version != null) ? new Deployment.Build(commit, version) : null;
	}

	private Properties read(String name) {
		ClassPathResource resource = new ClassPathResource(name, this.beanFactory.getBeanClassLoader());
		try {
			return resource.exists() ? PropertiesLoaderUtils.loadProperties(resource) : new Properties();
		}
		catch (IOException | IllegalArgumentException ex) {
			return new Properties();
		}
	}

	private @Nullable Duration startupDeadline() {
		try {
			String deadline = this.environment.getProperty("groundwork.startup.deadline");
			return (deadline != null) ? DurationStyle.detectAndParse(deadline.trim(), ChronoUnit.SECONDS) : DEADLINE;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			// told when the properties are bound
			return null;
		}
	}

	private Set<String> prefixesRead() {
		Set<String> prefixes = new HashSet<>();
		for (String name : this.beanFactory.getBeanDefinitionNames()) {
			String prefix = prefix(name, this.beanFactory.getBeanDefinition(name));
			if (StringUtils.hasText(prefix)) {
				prefixes.add(prefix);
			}
		}
		return prefixes;
	}

	private static @Nullable String prefix(String name, BeanDefinition definition) {
		String type = definition.getBeanClassName();
		// the name that Spring Boot gives to the beans that it registers
		if (type != null && name.endsWith("-" + type)) {
			return name.substring(0, name.length() - type.length() - 1);
		}
		if (definition instanceof AnnotatedBeanDefinition annotated) {
			MethodMetadata factoryMethod = annotated.getFactoryMethodMetadata();
			return prefix((factoryMethod != null) ? factoryMethod : annotated.getMetadata());
		}
		return null;
	}

	private static @Nullable String prefix(AnnotatedTypeMetadata metadata) {
		Map<String, Object> attributes = metadata.getAnnotationAttributes(ConfigurationProperties.class.getName());
		return (attributes != null && attributes.get("prefix") instanceof String prefix) ? prefix : null;
	}

}
