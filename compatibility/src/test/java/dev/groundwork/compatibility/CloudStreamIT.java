package dev.groundwork.compatibility;

import java.nio.charset.StandardCharsets;

import dev.groundwork.compatibility.stream.StreamApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.amqp.core.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Cloud Stream, whose binder has a context, an admin and listeners of its own.
 */
class CloudStreamIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	@Test
	void promisesAreKeptAndBindingsWork() {
		try (Application application = servers
			.start(Application.named("stream", ClassPath.CLOUD, StreamApplication.class)
				.arguments("--spring.profiles.active=stream"))) {
			servers.assertPromisesAreKept("stream", application.actuator());
			Message shouted = servers.onBroker((template) -> {
				template.convertAndSend("stream.whispered", "", "a book");
				return template.receive("stream.shouted.all", Jvm.LONGEST_RUN.toMillis());
			});
			assertThat(shouted).isNotNull();
			assertThat(new String(shouted.getBody(), StandardCharsets.UTF_8)).isEqualTo("A BOOK");
		}
	}

}
