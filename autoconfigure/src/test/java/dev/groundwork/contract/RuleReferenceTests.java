package dev.groundwork.contract;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the reference has every rule once, with what it does by default.
 */
class RuleReferenceTests {

	private static final Pattern SECTION = Pattern.compile("(?m)^## ([a-z0-9]+(?:-[a-z0-9]+)*)$\\s*(.*)$");

	private static final Pattern SEVERITY = Pattern.compile("^Severity: (?:error|warning)");

	/**
	 * What is found without a rule, and so has no severity to set.
	 */
	private static final Set<String> NO_RULES = Set.of("invalid-contract", "invalid-property");

	@Test
	void everyRuleHasOneSectionWithItsSeverity() throws IOException {
		Map<String, String> expected = new TreeMap<>();
		rules().forEach((rule) -> expected.put(rule.name(), severity(rule)));
		Map<String, String> documented = new TreeMap<>();
		Set<String> repeated = new TreeSet<>();
		for (MatchResult section : sections()) {
			String more = section.group(2).contains("production only") ? ", production only" : "";
			Matcher severity = SEVERITY.matcher(section.group(2));
			String said = severity.find() ? severity.group() : section.group(2);
			if (documented.put(section.group(1), said + more) != null) {
				repeated.add(section.group(1));
			}
		}
		documented.keySet().removeAll(NO_RULES);
		assertThat(repeated).isEmpty();
		assertThat(documented).isEqualTo(expected);
	}

	@Test
	void everyRuleIsOneThatSeveritiesCanName() {
		assertThat(Stream.concat(rules().map(Rule::name).distinct(), Stream.of(Finding.INVALID_PROPERTY)))
			.containsExactlyInAnyOrderElementsOf(Contract.rules().keySet());
	}

	@Test
	void everySectionSaysWhyAndWhatToDo() throws IOException {
		String[] sections = Files.readString(Path.of("../docs/contract-secret-rules.md")).split("(?m)^## ");
		assertThat(Stream.of(sections).skip(1)).isNotEmpty()
			.allSatisfy((section) -> assertThat(section).contains("\nWhy: ", "\nWhat to do: ", "\nExample: "));
	}

	private static String severity(Rule rule) {
		String severity = "Severity: " + rule.defaultSeverity().name().toLowerCase(Locale.ROOT);
		return rule.isForProductionOnly() ? severity + ", production only" : severity;
	}

	private static Stream<Rule> rules() {
		return Stream.of(SecretRules.VALUE, SecretRules.NAMES, EnvironmentRules.ALL)
			.flatMap((rules) -> rules.stream().map(Rule.class::cast));
	}

	private static Set<MatchResult> sections() throws IOException {
		Set<MatchResult> sections = new HashSet<>();
		for (Path page : pages()) {
			sections.addAll(SECTION.matcher(Files.readString(page)).results().collect(Collectors.toSet()));
		}
		return sections;
	}

	private static Set<Path> pages() throws IOException {
		Set<Path> pages = new TreeSet<>();
		try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of("../docs"), "contract-*-rules.md")) {
			found.forEach(pages::add);
		}
		assertThat(pages).isNotEmpty();
		return pages;
	}

}
