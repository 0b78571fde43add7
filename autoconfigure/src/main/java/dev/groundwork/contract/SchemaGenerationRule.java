package dev.groundwork.contract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hibernate creates, drops or changes the tables of a database that outlives the
 * application. One in memory, or of a test container, does not.
 */
final class SchemaGenerationRule implements EnvironmentRule {

	private static final List<String> PROPERTIES = List.of("spring.jpa.hibernate.ddl-auto",
			"spring.jpa.properties.hibernate.hbm2ddl.auto",
			"spring.jpa.properties.jakarta.persistence.schema-generation.database.action",
			"spring.jpa.properties.javax.persistence.schema-generation.database.action");

	private static final Set<String> DESTROYS = Set.of("create", "create-drop", "drop", "drop-and-create", "truncate");

	private static final Set<String> CHANGES = Set.of("update", "create-only");

	private static final Pattern PASSING = Pattern.compile("jdbc:(?:h2:mem:|hsqldb:mem:|derby:memory:|tc:).*");

	@Override
	public String name() {
		return "schema-generation";
	}

	@Override
	public boolean isForProductionOnly() {
		return true;
	}

	@Override
	public Stream<Finding> check(Inspection inspection) {
		Settings settings = inspection.settings();
		return settings.resolveAll(PROPERTIES)
			.stream()
			.filter(Resolution::complete)
			.filter((property) -> isWrong(action(property)) && isLasting(settings))
			.map(this::finding);
	}

	private Finding finding(Resolution property) {
		boolean destroys = destroys(property);
		return finding(property.setting().name(), Text.origin(property),
				destroys ? "lets the start create tables anew or drop them: what is in them is lost"
						: "lets every start create or change tables, and no review sees how",
				"Leave the tables to Flyway or Liquibase, and let the start compare them only:\n    "
						+ property.setting().name() + ": " + (isAction(property) ? "none" : "validate"))
			.withSeverity(destroys ? Severity.ERROR : Severity.WARNING);
	}

	private static boolean isWrong(String action) {
		return DESTROYS.contains(action) || CHANGES.contains(action);
	}

	// what Hibernate calls 'create' drops first, what JPA calls so does not
	private static boolean destroys(Resolution property) {
		String action = action(property);
		return DESTROYS.contains(action) && !(isAction(property) && action.equals("create"));
	}

	private static boolean isAction(Resolution property) {
		return property.setting().name().endsWith("action");
	}

	private static String action(Resolution property) {
		return property.value().trim().toLowerCase(Locale.ROOT);
	}

	private static boolean isLasting(Settings settings) {
		String url = settings.value("spring.datasource.url");
		return url != null && !PASSING.matcher(url).matches();
	}

}
