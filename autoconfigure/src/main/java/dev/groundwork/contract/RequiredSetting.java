package dev.groundwork.contract;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A property that a {@link Contract} lists and where it is read from. Holds names and
 * places, never a value.
 *
 * @param property the canonical name of the property
 * @param secret whether it is a secret
 * @param variable the environment variable that it is read from
 * @param requiredWhen when it is required, or {@code null} if it always is
 * @param required whether it is required as things stand
 * @param places where the value comes from, for people; empty if there is none
 * @since 0.1.0
 */
public record RequiredSetting(String property, boolean secret, String variable, @Nullable Condition requiredWhen,
		boolean required, List<String> places) {

	public RequiredSetting {
		places = List.copyOf(places);
	}

	static RequiredSetting of(String property, boolean secret, String variable, @Nullable Condition requiredWhen,
			Settings settings) {
		return new RequiredSetting(property, secret, variable, requiredWhen,
				requiredWhen == null || requiredWhen.holds(settings), places(settings.resolve(property)));
	}

	private static List<String> places(@Nullable Resolution bound) {
		if (bound == null || !bound.complete() || bound.isBlank()) {
			return List.of();
		}
		List<Setting> sources = bound.sources();
		return sources.isEmpty() ? List.of("a default at " + bound.setting().place())
				: sources.stream().map((source) -> source.place().toString()).distinct().toList();
	}

}
