package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An environment variable that is meant for this application alone, and that nothing
 * reads: no bean is bound to it, no placeholder refers to it, no file sets the same
 * property, and the contract does not list it. Where nobody said which variables are
 * meant for it, only those are told that begin with the application's name and come close
 * to a name that is read.
 */
final class UnreadVariableRule implements DeploymentRule {

	/**
	 * What Kubernetes and Docker add for a service that has the application's name.
	 */
	private static final Pattern SERVICE_LINK = Pattern
		.compile(".*_(?:SERVICE_HOST|SERVICE_PORT(?:_.*)?|PORT_\\d+_(?:TCP|UDP|SCTP)(?:_.*)?)");

	private static final Pattern SERVICE_URL = Pattern.compile("(?:tcp|udp|sctp)://[^/]*");

	private static final int FAR = Integer.MAX_VALUE;

	@Override
	public String name() {
		return "unread-variable";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public Stream<Finding> check(Inspection inspection, Deployment deployment) {
		List<String> said = inspection.terms().environmentPrefixes();
		List<String> prefixes = said.isEmpty() ? ofApplication(inspection.settings()) : said;
		List<Setting> variables = variables(inspection.settings(), prefixes);
		if (variables.isEmpty()) {
			return Stream.empty();
		}
		Readers readers = Readers.of(inspection, deployment);
		List<String> names = namesRead(inspection.settings(), readers);
		Set<String> exact = new HashSet<>(names);
		return variables.stream()
			.filter((variable) -> !isRead(variable.name(), exact, readers))
			.map((variable) -> unread(variable, nearest(variable.name(), prefixes, names), !said.isEmpty()))
			.flatMap(Stream::ofNullable);
	}

	private static List<Setting> variables(Settings settings, List<String> prefixes) {
		List<Setting> variables = new ArrayList<>();
		for (Setting setting : settings.all()) {
			if (prefix(setting.name(), prefixes) != null && setting.place().isEnvironmentVariable()
					&& !isServiceLink(setting)) {
				variables.add(setting);
			}
		}
		return variables;
	}

	private static @Nullable String prefix(String name, List<String> prefixes) {
		for (String prefix : prefixes) {
			if (name.startsWith(prefix)) {
				return prefix;
			}
		}
		return null;
	}

	private @Nullable Finding unread(Setting variable, @Nullable String meant, boolean said) {
		if (meant == null && !said) {
			return null;
		}
		String remedy = (meant != null) ? "Rename '" + variable.name() + "' to '" + meant + "' where it is set."
				: "Remove it:\n    unset " + variable.name()
						+ "\nor, if code reads it by name, list it:\n    groundwork.contract.required: [ "
						+ variable.name().toLowerCase(Locale.ROOT).replace('_', '.') + " ]";
		return finding(variable.name(), variable.origin(),
				"is set and nothing reads it" + ((meant != null) ? ": did you mean '" + meant + "'?" : ""), remedy);
	}

	private static boolean isServiceLink(Setting setting) {
		return SERVICE_LINK.matcher(setting.name()).matches()
				|| (setting.name().endsWith("_PORT") && SERVICE_URL.matcher(setting.text()).matches());
	}

	private static boolean isRead(String variable, Set<String> names, Readers readers) {
		return names.contains(variable) || readers.prefixes()
			.stream()
			.map(PropertyNames::variable)
			.anyMatch((prefix) -> variable.startsWith(prefix + "_"));
	}

	private static List<String> namesRead(Settings settings, Readers readers) {
		List<String> names = new ArrayList<>();
		for (Settings.Named named : settings.named()) {
			if (!isOfMachine(named.setting())) {
				names.add(PropertyNames.variable(named.name()));
			}
		}
		for (String name : readers.names()) {
			names.add(name);
			names.add(PropertyNames.variable(name));
		}
		return names;
	}

	private static boolean isOfMachine(Setting setting) {
		return Place.isEnvironment(setting.source()) || Place.isSystemProperties(setting.source());
	}

	private static @Nullable String nearest(String variable, List<String> prefixes, List<String> names) {
		// what all have in common says nothing of how close they are
		String common = prefix(variable, prefixes);
		String prefix = (common != null) ? common : "";
		Words words = Words.of(variable.substring(prefix.length()));
		return names.stream()
			.filter((name) -> name.startsWith(prefix))
			.distinct()
			.map((name) -> new Near(name, words.distance(Words.of(name.substring(prefix.length()))).orElse(FAR)))
			.filter((near) -> near.distance() < FAR)
			.min(Comparator.comparingInt(Near::distance))
			.map(Near::name)
			.orElse(null);
	}

	private static List<String> ofApplication(Settings settings) {
		String name = settings.value("spring.application.name");
		String prefix = (name != null) ? name.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT) : "";
		return (prefix.isEmpty() || prefix.equals("SPRING")) ? List.of() : List.of(prefix + "_");
	}

	/**
	 * A name that is read, and how far the variable is from it.
	 *
	 * @param name the name
	 * @param distance the distance
	 */
	private record Near(String name, int distance) {

	}

}
