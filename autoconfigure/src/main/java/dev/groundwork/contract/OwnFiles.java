package dev.groundwork.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * What stands in the configuration files that an application brings along.
 */
final class OwnFiles {

	private static final int MAX_DEPTH = 16;

	private final Map<String, String> literal = new LinkedHashMap<>();

	private final Map<ConfigurationPropertyName, String> canonical = new LinkedHashMap<>();

	OwnFiles(Settings settings) {
		for (Setting setting : settings.all()) {
			if (setting.place().isOnClassPath()) {
				add(setting);
			}
		}
	}

	private void add(Setting setting) {
		this.literal.putIfAbsent(setting.name(), setting.text());
		ConfigurationPropertyName name = ConfigurationPropertyName.ofIfValid(setting.name());
		if (name != null) {
			this.canonical.putIfAbsent(name, setting.text());
		}
	}

	void forEach(BiConsumer<String, String> action) {
		this.literal.forEach(action);
	}

	boolean has(String name) {
		return find(name) != null;
	}

	/**
	 * Return whether a property has a value that is not blank where nothing else is set.
	 * @param property the canonical name of the property
	 * @return whether the application needs nothing else
	 */
	boolean give(String property) {
		List<String> texts = texts(property);
		return !texts.isEmpty() && texts.stream().allMatch((text) -> isWhole(text) && !isBlank(text));
	}

	/**
	 * Return whether a text is whole where nothing else is set.
	 * @param text the text
	 * @return whether each of its placeholders leads to a text that is whole
	 */
	boolean isWhole(String text) {
		return isWhole(text, 0);
	}

	private boolean isWhole(String text, int depth) {
		return depth < MAX_DEPTH && Placeholder.in(text).stream().allMatch((placeholder) -> {
			String next = next(placeholder);
			return next != null && isWhole(next, depth + 1);
		});
	}

	private @Nullable String next(Placeholder placeholder) {
		String found = find(placeholder.name());
		return (found != null) ? found : placeholder.fallback();
	}

	private static boolean isBlank(String text) {
		List<Placeholder> placeholders = Placeholder.in(text);
		if (placeholders.size() != 1 || !text.startsWith("${") || !text.endsWith("}")) {
			return text.isBlank();
		}
		String fallback = placeholders.get(0).fallback();
		return fallback != null && isBlank(fallback);
	}

	/**
	 * Return the names that the placeholders of a property refer to and that are not in
	 * these files.
	 * @param property the canonical name of the property
	 * @return the names in the order in which they are asked for
	 */
	Stream<String> askedFor(String property) {
		return texts(property).stream().flatMap((text) -> askedFor(text, 0));
	}

	private Stream<String> askedFor(String text, int depth) {
		return Placeholder.in(text)
			.stream()
			.filter((placeholder) -> !placeholder.isComputed())
			.flatMap((placeholder) -> {
				String found = find(placeholder.name());
				if (found == null) {
					return Stream.of(placeholder.name());
				}
				return (depth < MAX_DEPTH) ? askedFor(found, depth + 1) : Stream.empty();
			});
	}

	private List<String> texts(String property) {
		String text = find(property);
		return (text != null) ? List.of(text)
				: this.literal.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().startsWith(property + "["))
					.map(Map.Entry::getValue)
					.toList();
	}

	private @Nullable String find(String name) {
		String found = this.literal.get(name);
		ConfigurationPropertyName relaxed = (found != null) ? null : ConfigurationPropertyName.ofIfValid(name);
		return (relaxed != null) ? this.canonical.get(relaxed) : found;
	}

}
