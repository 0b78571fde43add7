package dev.groundwork.contract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySource.StubPropertySource;
import org.springframework.util.StringUtils;

/**
 * What is set in an environment, found as Spring Boot finds it: a canonical property name
 * by relaxed binding, any other name literally.
 */
final class Settings {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:${}]+)");

	private final ConfigurableEnvironment environment;

	private final Iterable<ConfigurationPropertySource> relaxedSources;

	private final boolean listable;

	private @Nullable List<Setting> all;

	private @Nullable Set<String> referredTo;

	private @Nullable List<Named> named;

	private @Nullable List<Resolution> properties;

	Settings(ConfigurableEnvironment environment) {
		this.environment = environment;
		this.relaxedSources = isAttached(environment) ? ConfigurationPropertySources.get(environment)
				: ConfigurationPropertySources.from(environment.getPropertySources());
		this.listable = sources().allMatch(Settings::isListable);
	}

	@Nullable Setting find(String name) {
		Setting relaxed = findRelaxed(name);
		return (relaxed != null) ? relaxed : findLiteral(name);
	}

	@Nullable Resolution resolve(String name) {
		Setting setting = find(name);
		return (setting != null) ? Resolution.of(setting, this::find) : null;
	}

	/**
	 * Return whether something is set below a name, as the elements of a list are.
	 * @param name the canonical name of a property
	 * @return whether a name that begins with it is set
	 */
	boolean hasElements(String name) {
		ConfigurationPropertyName canonical = ConfigurationPropertyName.ofIfValid(name);
		for (ConfigurationPropertySource source : this.relaxedSources) {
			if (canonical != null && source.containsDescendantOf(canonical) == ConfigurationPropertyState.PRESENT) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return everything that is set and can be listed.
	 * @return the settings under the names that stand in their sources
	 */
	Stream<Setting> all() {
		List<Setting> all = this.all;
		if (all == null) {
			all = listAll();
			this.all = all;
		}
		return all.stream();
	}

	private List<Setting> listAll() {
		return sources().filter(EnumerablePropertySource.class::isInstance)
			.map(EnumerablePropertySource.class::cast)
			.flatMap((source) -> Arrays.stream(source.getPropertyNames())
				.filter(StringUtils::hasLength)
				.map((name) -> literal(source, name)))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Return everything that is set for a property and can be listed.
	 * @return the settings and the names of their properties
	 */
	Stream<Named> named() {
		List<Named> named = this.named;
		if (named == null) {
			named = all().flatMap(Named::of).toList();
			this.named = named;
		}
		return named.stream();
	}

	/**
	 * Return the properties that the application itself sets, each once and as it is
	 * read: a value that something else overrides is not there. What belongs to the
	 * machine and to the JVM is left out, except where its name begins like a property of
	 * Spring.
	 * @return the properties under their canonical names
	 */
	List<Resolution> properties() {
		List<Resolution> properties = this.properties;
		if (properties == null) {
			properties = listProperties();
			this.properties = properties;
		}
		return properties;
	}

	private List<Resolution> listProperties() {
		Map<String, Integer> places = new HashMap<>();
		all().forEach((setting) -> places.merge(uniform(setting.name()), 1, Integer::sum));
		Map<String, Resolution> properties = new LinkedHashMap<>();
		named().forEach((named) -> {
			Setting setting = named.setting();
			String name = named.name();
			if (!properties.containsKey(name)) {
				// relaxed binding asks every source: not where nothing can override
				Resolution property = (this.listable && places.getOrDefault(uniform(setting.name()), 0) == 1)
						? Resolution.of(new Setting(name, setting.origin(), setting.text()), this::find)
						: resolve(name);
				if (property != null) {
					properties.put(name, property);
				}
			}
		});
		return List.copyOf(properties.values());
	}

	private static String uniform(String name) {
		StringBuilder uniform = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (Character.isLetterOrDigit(character)) {
				uniform.append(Character.toLowerCase(character));
			}
		}
		return uniform.toString();
	}

	/**
	 * Return what the application reads for a property that is no secret.
	 * @param name the canonical name of the property
	 * @return the value without white space around it, or {@code null} if there is none
	 */
	@Nullable String value(String name) {
		Resolution resolution = resolve(name);
		return (resolution != null && resolution.complete() && !resolution.isBlank()) ? resolution.value().trim()
				: null;
	}

	/**
	 * Return whether there is a property source that was imported from a location.
	 * @param location the location, such as {@code configtree:/run/secrets/}
	 * @return whether a property source has a name that tells so
	 */
	boolean hasSource(String location) {
		int scheme = location.indexOf(':');
		String prefix = location.substring(0, Math.max(0, scheme));
		String path = trimmed(location.substring(scheme + 1));
		boolean remote = !(prefix.isEmpty() || prefix.equals("file") || prefix.equals("classpath")
				|| prefix.equals("configtree"));
		return sources().map(PropertySource::getName)
			.anyMatch((name) -> remote ? name.startsWith(prefix) : !path.isEmpty() && name.contains(path));
	}

	// the part of a path that the name of the property source holds, too
	private static String trimmed(String path) {
		int begin = path.startsWith("./") ? 2 : 0;
		int end = path.length();
		while (end > begin && "/*".indexOf(path.charAt(end - 1)) >= 0) {
			end--;
		}
		return path.substring(begin, end);
	}

	/**
	 * Return the names that any placeholder of any setting refers to.
	 * @return the names
	 */
	Set<String> referredTo() {
		Set<String> referredTo = this.referredTo;
		if (referredTo == null) {
			referredTo = all().filter((setting) -> !setting.isLiteral())
				.flatMap((setting) -> REFERENCE.matcher(setting.text()).results())
				.map((MatchResult match) -> match.group(1))
				.collect(Collectors.toUnmodifiableSet());
			this.referredTo = referredTo;
		}
		return referredTo;
	}

	private @Nullable Setting findRelaxed(String name) {
		ConfigurationPropertyName canonical = ConfigurationPropertyName.ofIfValid(name);
		if (canonical == null || canonical.isEmpty()) {
			return null;
		}
		for (ConfigurationPropertySource source : this.relaxedSources) {
			ConfigurationProperty found = source.getConfigurationProperty(canonical);
			Origin origin = (found != null) ? found.getOrigin() : null;
			if (found != null && origin != null) {
				return new Setting(name, origin, String.valueOf(found.getValue()));
			}
		}
		return null;
	}

	private @Nullable Setting findLiteral(String name) {
		return sources().map((source) -> literal(source, name)).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private Stream<PropertySource<?>> sources() {
		return this.environment.getPropertySources()
			.stream()
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source));
	}

	// those of a servlet are empty until its container has started
	private static boolean isListable(PropertySource<?> source) {
		return source instanceof EnumerablePropertySource || source instanceof RandomValuePropertySource
				|| source instanceof StubPropertySource;
	}

	private static boolean isAttached(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.anyMatch(ConfigurationPropertySources::isAttachedConfigurationPropertySource);
	}

	private static @Nullable Setting literal(PropertySource<?> source, String name) {
		Object value = source.getProperty(name);
		return (value != null) ? new Setting(name, PropertySourceOrigin.get(source, name), String.valueOf(value))
				: null;
	}

	/**
	 * What is set for a property.
	 *
	 * @param name the canonical name of the property
	 * @param setting what is set
	 */
	record Named(String name, Setting setting) {

		private static Stream<Named> of(Setting setting) {
			String name = PropertyNames.of(setting);
			return (name != null) ? Stream.of(new Named(name, setting)) : Stream.empty();
		}

	}

}
