package dev.groundwork.contract;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.StandardEnvironment;

/**
 * An {@link Origin} as people name it. Two origins are the same place if they are the
 * same name in the same property source. Unlike other origins it does not hold on to the
 * property source, and so to every value in it.
 *
 * @param source the name of the property source, or {@code null} if it is not known
 * @param name the name in that property source
 * @param text what people call it
 * @param inFile whether it is a place in a file that people can edit
 * @since 0.1.0
 */
public record Place(@Nullable String source, String name, String text, boolean inFile) implements Origin {

	private static final Pattern CLASS_PATH = Pattern.compile("^class path resource \\[(.*)]$");

	private static final Pattern FILE = Pattern.compile("^(?:file|URL|path) \\[(?:file:)?(.*)]$");

	/**
	 * Name the given origin.
	 * @param origin the origin of a property
	 * @return the place, whose {@code toString()} is what people call it
	 */
	public static Place of(Origin origin) {
		if (origin instanceof Place place) {
			return place;
		}
		if (origin instanceof PropertySourceOrigin sourceOrigin) {
			String source = sourceOrigin.getPropertySource().getName();
			String name = sourceOrigin.getPropertyName();
			return (sourceOrigin.getOrigin() instanceof TextResourceOrigin resource)
					? new Place(source, name, text(resource), true)
					: new Place(source, name, text(source, name), false);
		}
		if (origin instanceof TextResourceOrigin resource) {
			return new Place(null, text(resource), text(resource), true);
		}
		return new Place(null, origin.toString(), origin.toString(), false);
	}

	/**
	 * Return whether two origins are the same place.
	 * @param origin the origin of a property
	 * @param other the origin of another
	 * @return whether they are
	 */
	static boolean isSame(Origin origin, Origin other) {
		// Asked often, and the text says nothing that the names do not
		if (origin instanceof PropertySourceOrigin first && other instanceof PropertySourceOrigin second) {
			return first.getPropertyName().equals(second.getPropertyName())
					&& first.getPropertySource().getName().equals(second.getPropertySource().getName());
		}
		return of(origin).equals(of(other));
	}

	boolean isEnvironmentVariable() {
		return isEnvironment(this.source);
	}

	/**
	 * Return whether it is a place in a file that the application brings along.
	 * @return whether the file is on the class path
	 */
	boolean isOnClassPath() {
		return this.source != null && this.source.contains("class path resource [");
	}

	boolean isSystemProperty() {
		return isSystemProperties(this.source);
	}

	boolean isConfigTree() {
		return this.source != null && this.source.startsWith("Config tree ");
	}

	@Override
	public String toString() {
		return this.text;
	}

	private static String text(TextResourceOrigin origin) {
		String resource = (origin.getResource() != null) ? origin.getResource().getDescription() : "unknown resource";
		resource = CLASS_PATH.matcher(resource).replaceFirst("classpath:$1");
		resource = FILE.matcher(resource).replaceFirst("$1");
		return (origin.getLocation() != null) ? resource + ":" + origin.getLocation() : resource;
	}

	private static String text(String source, String name) {
		if (isEnvironment(source)) {
			return "environment variable " + name;
		}
		return switch (source) {
			case "commandLineArgs" -> "command line argument --" + name;
			case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> "system property " + name;
			default -> "'" + name + "' in property source '" + source + "'";
		};
	}

	static boolean isEnvironment(@Nullable String source) {
		return source != null && source.endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
	}

	static boolean isSystemProperties(@Nullable String source) {
		return StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME.equals(source);
	}

}
