package dev.groundwork.contract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Credentials travel over plain HTTP to another machine, where everybody on the way reads
 * them. A warning only: a service mesh may encrypt what leaves the pod.
 */
final class PlainHttpCredentialsRule implements EnvironmentRule {

	private static final Pattern USER_INFO = Pattern.compile("http://[^/?#,@\\s]+@.*");

	private static final List<String> ELASTICSEARCH_CREDENTIALS = List.of("spring.elasticsearch.password",
			"spring.elasticsearch.api-key", "spring.elasticsearch.username");

	private static final List<String> ELASTICSEARCH_URIS = List.of("spring.elasticsearch.uris",
			"spring.elasticsearch.uris[0]");

	@Override
	public String name() {
		return "plain-http-credentials";
	}

	@Override
	public Severity defaultSeverity() {
		return Severity.WARNING;
	}

	@Override
	public boolean isForProductionOnly() {
		return true;
	}

	@Override
	public Stream<Finding> check(Inspection inspection) {
		return Stream.concat(withUserInfo(inspection.settings()), elasticsearch(inspection.settings()));
	}

	private Stream<Finding> withUserInfo(Settings settings) {
		return settings.properties()
			.stream()
			.filter((property) -> property.complete() && USER_INFO.matcher(property.value()).matches())
			.filter((property) -> Hosts.isRemote(property.value()))
			.map((property) -> finding(property, "holds credentials and begins with 'http://'"));
	}

	private Stream<Finding> elasticsearch(Settings settings) {
		return settings.resolveAll(ELASTICSEARCH_URIS)
			.stream()
			.filter((uris) -> isPlain(uris) && !USER_INFO.matcher(uris.value()).matches())
			.limit(1)
			.flatMap((uris) -> ELASTICSEARCH_CREDENTIALS.stream()
				.filter((name) -> settings.value(name) != null)
				.limit(1)
				.map((name) -> finding(uris, "begins with 'http://', and '" + name + "' is sent there")));
	}

	private Finding finding(Resolution property, String reason) {
		return finding(property.setting().name(), Text.origin(property),
				reason + ": whoever is on the way to that machine reads the credentials",
				"Write 'https://' instead of 'http://'. If a service mesh encrypts it, switch the rule off:\n"
						+ "    groundwork.contract.rules.plain-http-credentials: off");
	}

	private static boolean isPlain(Resolution uris) {
		return uris.complete() && uris.value().trim().startsWith("http://") && Hosts.isRemote(uris.value());
	}

}
