package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.util.SystemPropertyUtils;

/**
 * How the placeholders of a {@link Setting} were resolved.
 *
 * @param setting the setting itself
 * @param value what the application reads, which may be a secret
 * @param complete whether nothing is left to resolve
 * @param read what the placeholders referred to and is set
 * @param unset the names that the placeholders referred to and that are not set
 */
record Resolution(Setting setting, String value, boolean complete, List<Setting> read, Set<String> unset) {

	private static final PropertyPlaceholderHelper HELPER = new PropertyPlaceholderHelper(
			SystemPropertyUtils.PLACEHOLDER_PREFIX, SystemPropertyUtils.PLACEHOLDER_SUFFIX,
			SystemPropertyUtils.VALUE_SEPARATOR, SystemPropertyUtils.ESCAPE_CHARACTER, true);

	private static final PropertyPlaceholderHelper STRICT_HELPER = new PropertyPlaceholderHelper(
			SystemPropertyUtils.PLACEHOLDER_PREFIX, SystemPropertyUtils.PLACEHOLDER_SUFFIX,
			SystemPropertyUtils.VALUE_SEPARATOR, SystemPropertyUtils.ESCAPE_CHARACTER, false);

	static Resolution of(Setting setting, Function<String, @Nullable Setting> lookup) {
		if (setting.isLiteral()) {
			return new Resolution(setting, setting.text(), true, List.of(), Set.of());
		}
		List<Setting> read = new ArrayList<>();
		Set<String> asked = new LinkedHashSet<>();
		try {
			String value = HELPER.replacePlaceholders(setting.text(), (name) -> {
				Setting found = lookup.apply(name);
				if (found == null) {
					asked.add(name);
					return null;
				}
				read.add(found);
				return found.text();
			});
			return new Resolution(setting, value, isComplete(value, setting, read), read, unset(setting, read, asked));
		}
		catch (PlaceholderResolutionException ex) {
			// a circular reference; the exception is not kept, as it quotes values
			return new Resolution(setting, setting.text(), false, read, unset(setting, read, asked));
		}
	}

	/**
	 * Return the settings that the value really comes from, at the ends of all
	 * references.
	 * @return the settings without a placeholder
	 */
	List<Setting> sources() {
		return (this.setting.isLiteral()) ? List.of(this.setting)
				: this.read.stream().filter(Setting::isLiteral).toList();
	}

	/**
	 * Return whether the application reads through a setting.
	 * @param other the setting
	 * @return whether it is this setting or one that its placeholders refer to
	 */
	boolean passes(Setting other) {
		return this.setting.isSamePlaceAs(other) || this.read.stream().anyMatch(other::isSamePlaceAs);
	}

	boolean asksFor(String name) {
		return this.unset.contains(name) || this.read.stream().anyMatch((setting) -> setting.name().equals(name));
	}

	boolean isBlank() {
		return this.value.isBlank();
	}

	@Override
	public String toString() {
		return this.setting.toString();
	}

	/*
	 * What is left of a placeholder cannot be told from an escaped one by the value.
	 */
	private static boolean isComplete(String value, Setting setting, List<Setting> read) {
		if (!value.contains(SystemPropertyUtils.PLACEHOLDER_PREFIX)) {
			return true;
		}
		return (escapes(setting) || read.stream().anyMatch(Resolution::escapes)) && resolvesStrictly(setting, read);
	}

	private static boolean escapes(Setting setting) {
		return setting.text().contains(SystemPropertyUtils.ESCAPE_CHARACTER + SystemPropertyUtils.PLACEHOLDER_PREFIX);
	}

	private static boolean resolvesStrictly(Setting setting, List<Setting> read) {
		try {
			STRICT_HELPER.replacePlaceholders(setting.text(),
					(name) -> read.stream()
						.filter((other) -> other.name().equals(name))
						.map(Setting::text)
						.findFirst()
						.orElse(null));
			return true;
		}
		catch (PlaceholderResolutionException ex) {
			// not kept, as it quotes values
			return false;
		}
	}

	/*
	 * A name may itself be computed from a value, and 'name:default' is asked for before
	 * 'name': only what stands literally behind a '${' may be shown.
	 */
	private static Set<String> unset(Setting setting, List<Setting> read, Set<String> asked) {
		Set<String> unset = new LinkedHashSet<>(asked);
		unset.removeIf((name) -> name.contains(SystemPropertyUtils.VALUE_SEPARATOR)
				|| name.contains(SystemPropertyUtils.PLACEHOLDER_PREFIX)
				|| !(mentions(setting, name) || read.stream().anyMatch((other) -> mentions(other, name))));
		return unset;
	}

	private static boolean mentions(Setting setting, String name) {
		String start = SystemPropertyUtils.PLACEHOLDER_PREFIX + name;
		return setting.text().contains(start + SystemPropertyUtils.PLACEHOLDER_SUFFIX)
				|| setting.text().contains(start + SystemPropertyUtils.VALUE_SEPARATOR);
	}

}
