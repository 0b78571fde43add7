package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
		this.listable = isListable(sources());
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
	 * Return what is set of some properties.
	 * @param names the canonical names of the properties
	 * @return what the application reads, in the order of the names
	 */
	List<Resolution> resolveAll(Collection<String> names) {
		List<Resolution> found = new ArrayList<>();
		for (String name : names) {
			Resolution resolution = resolve(name);
			if (resolution != null) {
				found.add(resolution);
			}
		}
		return found;
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
	List<Setting> all() {
		List<Setting> all = this.all;
		if (all == null) {
			all = listAll();
			this.all = all;
		}
		return all;
	}

	private List<Setting> listAll() {
		List<Setting> all = new ArrayList<>();
		for (PropertySource<?> source : sources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					Setting setting = name.isEmpty() ? null : literal(source, name);
					if (setting != null) {
						all.add(setting);
					}
				}
			}
		}
		return List.copyOf(all);
	}

	/**
	 * Return everything that is set for a property and can be listed.
	 * @return the settings and the names of their properties
	 */
	List<Named> named() {
		List<Named> named = this.named;
		if (named == null) {
			named = listNamed();
			this.named = named;
		}
		return named;
	}

	private List<Named> listNamed() {
		List<Named> named = new ArrayList<>();
		for (Setting setting : all()) {
			String name = PropertyNames.of(setting);
			if (name != null) {
				named.add(new Named(name, setting));
			}
		}
		return List.copyOf(named);
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
		Set<String> once = new HashSet<>();
		Set<String> again = new HashSet<>();
		for (Setting setting : all()) {
			String uniform = uniform(setting.name());
			if (!once.add(uniform)) {
				again.add(uniform);
			}
		}
		Map<String, Resolution> properties = new LinkedHashMap<>();
		for (Named named : named()) {
			Setting setting = named.setting();
			String name = named.name();
			if (!properties.containsKey(name)) {
				// relaxed binding asks every source: not where nothing can override
				Resolution property = (this.listable && !again.contains(uniform(setting.name())))
						? Resolution.of(new Setting(name, setting.origin(), setting.text()), this::find)
						: resolve(name);
				if (property != null) {
					properties.put(name, property);
				}
			}
		}
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
		for (PropertySource<?> source : sources()) {
			String name = source.getName();
			if (remote ? name.startsWith(prefix) : !path.isEmpty() && name.contains(path)) {
				return true;
			}
		}
		return false;
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
			referredTo = listReferredTo();
			this.referredTo = referredTo;
		}
		return referredTo;
	}

	private Set<String> listReferredTo() {
		Set<String> referredTo = new HashSet<>();
		for (Setting setting : all()) {
			if (!setting.isLiteral()) {
				Matcher matcher = REFERENCE.matcher(setting.text());
				while (matcher.find()) {
					referredTo.add(matcher.group(1));
				}
			}
		}
		return Set.copyOf(referredTo);
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
		for (PropertySource<?> source : sources()) {
			Setting found = literal(source, name);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private List<PropertySource<?>> sources() {
		List<PropertySource<?>> sources = new ArrayList<>();
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
				sources.add(source);
			}
		}
		return sources;
	}

	private static boolean isListable(List<PropertySource<?>> sources) {
		for (PropertySource<?> source : sources) {
			// those of a servlet are empty until its container has started
			if (!(source instanceof EnumerablePropertySource || source instanceof RandomValuePropertySource
					|| source instanceof StubPropertySource)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAttached(ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
				return true;
			}
		}
		return false;
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

	}

}
