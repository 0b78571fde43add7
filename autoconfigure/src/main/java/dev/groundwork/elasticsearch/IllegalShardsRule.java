package dev.groundwork.elasticsearch;

import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of shards and replicas that the server refuses.
 */
final class IllegalShardsRule extends ResourceRule<IndexResource> {

	private static final int MOST_SHARDS = 1024;

	IllegalShardsRule() {
		super("illegal-number-of-shards", LintSeverity.ERROR, IndexResource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, IndexResource index, DesiredState desired) {
		Map<String, Object> settings = index.settings();
		return Stream
			.of(check(declaration, settings, "index.number_of_shards", 1, MOST_SHARDS),
					check(declaration, settings, IndexSettings.REPLICAS, 0, Integer.MAX_VALUE),
					checkExpansion(declaration, settings))
			.flatMap(Stream::ofNullable);
	}

	private static @Nullable LintViolation check(Declaration declaration, Map<String, Object> settings, String name,
			int least, int most) {
		Object value = settings.get(name);
		if (value == null || isBetween(String.valueOf(value), least, most)) {
			return null;
		}
		String range = (most == Integer.MAX_VALUE) ? "at least " + least : "from %d to %d".formatted(least, most);
		return new LintViolation(declaration, "has %s of '%s'".formatted(name, value),
				"Declare a number " + range + ".");
	}

	private static boolean isBetween(String value, int least, int most) {
		try {
			int number = Integer.parseInt(value);
			return number >= least && number <= most;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private static @Nullable LintViolation checkExpansion(Declaration declaration, Map<String, Object> settings) {
		Object value = settings.get(IndexSettings.AUTO_EXPAND);
		if (value == null || String.valueOf(value).matches("false|\\d+-(\\d+|all)")) {
			return null;
		}
		return new LintViolation(declaration, "has %s of '%s'".formatted(IndexSettings.AUTO_EXPAND, value),
				"Declare a range such as 0-1 or 0-all, or false.");
	}

}
