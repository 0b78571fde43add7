package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * A RabbitMQ on another machine is asked as {@code guest}, whose password everybody
 * knows; Spring Boot does so where nothing is set. A broker that knows its clients by
 * their certificates is left alone, and so is a secret of the contract. A warning only:
 * the image of the broker allows it.
 */
final class GuestCredentialsRule implements EnvironmentRule {

	private static final List<String> BROKER = List.of("spring.rabbitmq.addresses", "spring.rabbitmq.addresses[0]",
			"spring.rabbitmq.host");

	private static final String USERNAME = "spring.rabbitmq.username";

	private static final String PASSWORD = "spring.rabbitmq.password";

	private static final String GUEST = "guest";

	@Override
	public String name() {
		return "guest-credentials";
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
		for (Resolution broker : inspection.settings().resolveAll(BROKER)) {
			if (broker.complete() && !broker.isBlank()) {
				return (Hosts.isRemote(broker.value()) && !hasCredentials(broker.value()))
						? Stream.ofNullable(check(broker, inspection)) : Stream.empty();
			}
		}
		return Stream.empty();
	}

	private @Nullable Finding check(Resolution broker, Inspection inspection) {
		Settings settings = inspection.settings();
		if (broker.value().contains(GUEST + ":" + GUEST + "@")) {
			return finding(broker.setting().name(), Text.origin(broker),
					"holds the credentials of the user 'guest', which everybody knows, for another machine", remedy());
		}
		Resolution username = settings.resolve(USERNAME);
		Resolution password = settings.resolve(PASSWORD);
		if (username == null && password == null && usesCertificate(settings)) {
			return null;
		}
		if (isGuest(password)) {
			return isSecret(PASSWORD,
					inspection)
							? null
							: finding(PASSWORD, origin(password, broker),
									((password != null) ? "is that of the user" : "is not set, and so that of the user")
											+ " 'guest', which everybody knows, and the broker is another machine",
									remedy());
		}
		if (isGuest(username)) {
			return finding(USERNAME, origin(username, broker),
					((username != null) ? "is" : "is not set, and so") + " 'guest', and the broker is another machine",
					remedy());
		}
		return null;
	}

	private static Origin origin(@Nullable Resolution set, Resolution broker) {
		return Text.origin((set != null) ? set : broker);
	}

	private static String remedy() {
		return """
				Give the application a user of its own, here in virtual host '/':
				    rabbitmqctl add_user <user> "$SPRING_RABBITMQ_PASSWORD"
				    rabbitmqctl set_permissions -p / <user> '.*' '.*' '.*'
				Set it where the application starts:
				    export SPRING_RABBITMQ_USERNAME=<user>
				    export SPRING_RABBITMQ_PASSWORD=$(openssl rand -base64 24)""";
	}

	private static boolean isGuest(@Nullable Resolution credential) {
		return credential == null || (credential.complete() && credential.value().equals(GUEST));
	}

	private static boolean isSecret(String property, Inspection inspection) {
		return inspection.terms().secrets().stream().anyMatch((secret) -> secret.property().equals(property));
	}

	private static boolean usesCertificate(Settings settings) {
		return settings.value("spring.rabbitmq.ssl.bundle") != null
				|| settings.value("spring.rabbitmq.ssl.key-store") != null;
	}

	private static boolean hasCredentials(String addresses) {
		return addresses.contains("@") && !addresses.contains(GUEST + ":" + GUEST + "@");
	}

}
