package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.SystemPropertyUtils;

/**
 * The properties that say what the application connects to: those whose value is a URL or
 * whose name says so, but not those that say where it listens, how others reach it, or
 * whom it lets in.
 */
final class Targets {

	private static final Pattern NAME = Pattern
		.compile(".*(?:host|hosts|hostname|url|urls|uri|uris|address|addresses|nodes|endpoint|bootstrap-?servers)");

	private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.:-]*://.*");

	private static final List<String> OWN = List.of("server", "management.server", "management.endpoints",
			"spring.rsocket.server", "spring.grpc.server", "grpc.server", "spring.boot.admin.client.instance",
			"eureka.instance", "spring.web", "groundwork.probe", "groundwork.websocket", "info", "logging",
			"springdoc");

	private static final Set<String> OWN_LAST = Set.of("bind-address", "bind-host", "listen-address", "local-address",
			"redirect-uri", "redirect-url");

	private static final Pattern ORIGINS = Pattern.compile("(?:.*-)?origins?(?:-patterns?)?");

	private Targets() {
	}

	/**
	 * Return the properties that name a host of some kind.
	 * @param settings what is set
	 * @param kind the kind of host
	 * @return the properties whose value is known
	 */
	static Stream<Resolution> withHost(Settings settings, Predicate<String> kind) {
		List<Resolution> targets = new ArrayList<>();
		for (Resolution property : settings.properties()) {
			if (property.complete() && isTarget(property) && Hosts.in(property.value()).anyMatch(kind)) {
				targets.add(property);
			}
		}
		return targets.stream();
	}

	/**
	 * Return the environment variable that decides which host a property names: one that
	 * its value asks for and that names the host or would by its default, else that of
	 * the property itself.
	 * @param property a property that names a host of some kind
	 * @param kind the kind of host
	 * @return the name of the environment variable
	 */
	static String variable(Resolution property, Predicate<String> kind) {
		Stream<String> read = property.read()
			.stream()
			.filter((setting) -> Hosts.in(setting.text()).anyMatch(kind))
			.map(Setting::name);
		Stream<String> unset = property.unset()
			.stream()
			.filter((name) -> Hosts.in(defaultOf(name, property.setting().text())).anyMatch(kind));
		return Stream.concat(read, unset)
			.filter(PropertyNames::isVariable)
			.findFirst()
			.orElseGet(() -> PropertyNames.variable(property.setting().name()));
	}

	private static String defaultOf(String name, String text) {
		String start = SystemPropertyUtils.PLACEHOLDER_PREFIX + name + SystemPropertyUtils.VALUE_SEPARATOR;
		int begin = text.indexOf(start) + start.length();
		int end = text.indexOf(SystemPropertyUtils.PLACEHOLDER_SUFFIX, begin);
		return (text.contains(start) && end >= 0) ? text.substring(begin, end) : "";
	}

	// The pattern is asked of every value that is set
	private static boolean isUrl(String value) {
		return value.contains("://") && URL.matcher(value).matches();
	}

	private static boolean isTarget(Resolution property) {
		String name = property.setting().name();
		String last = PropertyNames.last(name);
		return (NAME.matcher(last).matches() || isUrl(property.value())) && !isOwn(name) && !OWN_LAST.contains(last)
				&& !ORIGINS.matcher(last).matches();
	}

	private static boolean isOwn(String name) {
		for (String own : OWN) {
			if (PropertyNames.isBelow(name, own)) {
				return true;
			}
		}
		return false;
	}

}
