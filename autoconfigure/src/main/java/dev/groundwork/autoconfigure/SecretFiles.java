package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The files that values of an environment come from.
 */
final class SecretFiles {

	private SecretFiles() {
	}

	/**
	 * Return the file that an origin is in.
	 * @param origin where a value stands
	 * @return the file, or {@code null} if it is in none that can change
	 */
	static @Nullable Path file(@Nullable Origin origin) {
		if (origin instanceof PropertySourceOrigin inSource) {
			return file(inSource.getOrigin());
		}
		return (origin instanceof TextResourceOrigin text) ? file(text.getResource()) : null;
	}

	private static @Nullable Path file(@Nullable Resource resource) {
		Resource actual = (resource instanceof OriginTrackedResource tracked) ? tracked.getResource() : resource;
		if (actual == null || actual instanceof ClassPathResource || !actual.isFile()) {
			return null;
		}
		try {
			return actual.getFile().toPath();
		}
		catch (IOException | UnsupportedOperationException ex) {
			return null;
		}
	}

	/**
	 * Read files again. Spring Boot reads each once, so that an environment never shows
	 * what has changed.
	 * @param environment what was read
	 * @param files the files to read again
	 * @return what an environment would be that is read now, without what cannot be read
	 */
	static ConfigurableEnvironment readAgain(ConfigurableEnvironment environment, Set<Path> files) {
		ConfigurableEnvironment again = new EmptyEnvironment();
		MutablePropertySources sources = again.getPropertySources();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
				PropertySource<?> fresh = readAgain(source, files);
				if (fresh != null) {
					sources.addLast(fresh);
				}
			}
		}
		return again;
	}

	private static @Nullable PropertySource<?> readAgain(PropertySource<?> source, Set<Path> files) {
		if (source instanceof ConfigTreePropertySource tree) {
			if (files.stream().noneMatch((file) -> file.startsWith(tree.getSource()))) {
				return source;
			}
			return Files.isDirectory(tree.getSource()) ? new ConfigTreePropertySource(tree.getName(), tree.getSource(),
					ConfigTreePropertySource.Option.AUTO_TRIM_TRAILING_NEW_LINE) : null;
		}
		if (source instanceof OriginTrackedMapPropertySource map) {
			Path file = file(map);
			return (file != null && files.contains(file)) ? load(map.getName(), file) : source;
		}
		return source;
	}

	private static @Nullable Path file(OriginTrackedMapPropertySource source) {
		for (String name : source.getPropertyNames()) {
			Path file = file(source.getOrigin(name));
			if (file != null) {
				return file;
			}
		}
		return null;
	}

	private static @Nullable PropertySource<?> load(String name, Path file) {
		String document = name.replaceFirst(" \\(document #\\d+\\)$", "");
		try {
			return loader(file).load(document, new FileSystemResource(file))
				.stream()
				.filter((loaded) -> loaded.getName().equals(name))
				.findFirst()
				.orElse(null);
		}
		catch (IOException | RuntimeException ex) {
			// the exception may quote what was read
			return null;
		}
	}

	private static PropertySourceLoader loader(Path file) {
		String extension = file.toString().substring(file.toString().lastIndexOf('.') + 1);
		return SpringFactoriesLoader.loadFactories(PropertySourceLoader.class, null)
			.stream()
			.filter((loader) -> List.of(loader.getFileExtensions()).contains(extension))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Environment with the property sources that are added to it alone.
	 */
	private static final class EmptyEnvironment extends StandardEnvironment {

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
		}

	}

}
