package dev.groundwork.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;

/**
 * Names of indexes and aliases that the server refuses.
 */
final class IllegalIndexNameRule extends ResourceRule<IndexResource> {

	private static final String FORBIDDEN = "\\/*?\"<>| ,#:";

	private static final int LONGEST = 255;

	IllegalIndexNameRule() {
		super("illegal-index-name", LintSeverity.ERROR, IndexResource.class);
	}

	@Override
	Stream<LintViolation> check(Declaration declaration, IndexResource index, DesiredState desired) {
		List<LintViolation> violations = new ArrayList<>();
		cause(index.name()).map((cause) -> violation(declaration, "has a name that " + cause)).forEach(violations::add);
		// An alias may have upper case
		index.aliases()
			.keySet()
			.stream()
			.sorted()
			.flatMap((alias) -> cause(alias.toLowerCase(Locale.ROOT))
				.map((cause) -> violation(declaration, "has an alias '%s' that %s".formatted(alias, cause))))
			.forEach(violations::add);
		return violations.stream();
	}

	private static LintViolation violation(Declaration declaration, String cause) {
		return new LintViolation(declaration, cause, "Choose a name of lower-case letters, digits, '-', '_' and '.' "
				+ "that starts with a letter or a digit.");
	}

	private static Stream<String> cause(String name) {
		if (name.startsWith("<")) {
			return Stream.of("is date math: every start would mean another index");
		}
		if (name.isEmpty() || name.equals(".") || name.equals("..")) {
			return Stream.of("is empty, '.' or '..'");
		}
		if (!name.equals(name.toLowerCase(Locale.ROOT))) {
			return Stream.of("has upper-case letters");
		}
		if ("-_+".indexOf(name.charAt(0)) >= 0) {
			return Stream.of("starts with '%s'".formatted(name.charAt(0)));
		}
		if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			return Stream.of("is longer than %d bytes".formatted(LONGEST));
		}
		return name.chars()
			.filter((character) -> FORBIDDEN.indexOf(character) >= 0)
			.limit(1)
			.mapToObj((character) -> "has the forbidden character '%c'".formatted(character));
	}

}
