package dev.groundwork.drills;

import java.time.Duration;

import dev.groundwork.drills.application.events.EventsApplication;

import org.springframework.amqp.AmqpIOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A queue that is bound to an exchange which nobody declares.
 */
final class MissingExchange implements Drill {

	private static final String EXCHANGE = "cloudmatrix.events";

	@Override
	public String name() {
		return "missing-exchange";
	}

	@Override
	public Quote quote() {
		return new Quote("000",
				"Error: Channel closed by server: 404 (NOT-FOUND) - no exchange 'cloudmatrix.events' in vhost '/'");
	}

	@Override
	public String shows() {
		return "A service binds its queue to the exchange on a broker that does not have it, and an event is published once it is ready.";
	}

	@Override
	public String plain(Stage stage) {
		VirtualHost host = stage.virtualHost();
		Application events = start(stage.application(EventsApplication.class), host);
		Duration ready = events.awaitReady(Application.LONGEST_START);
		assertThat(events.log()).contains("no exchange '%s'".formatted(EXCHANGE));
		assertThatExceptionOfType(AmqpIOException.class).isThrownBy(() -> publish(host))
			.withStackTraceContaining("no exchange '%s'".formatted(EXCHANGE));
		assertThat(events.isReady()).isTrue();
		return "UP after %s without exchange and binding; the event cannot be published (404), readiness stays UP"
			.formatted(Seconds.of(ready));
	}

	@Override
	public String groundwork(Stage stage) {
		VirtualHost host = stage.virtualHost();
		Application undeclared = start(stage.application(EventsApplication.class).named("undeclared"), host);
		Application declared = start(stage.application(EventsApplication.class)
			.groundwork("rabbitmq.exchanges[0].name", EXCHANGE)
			.groundwork("rabbitmq.exchanges[0].type", "topic"), host);
		int exitCode = undeclared.awaitExit(Application.LONGEST_START);
		Duration ended = undeclared.sinceStart();
		assertThat(exitCode).isEqualTo(1);
		assertThat(undeclared.terminationMessage()).contains("exchange '%s'".formatted(EXCHANGE));
		Duration ready = declared.awaitReady(Application.LONGEST_START);
		publish(host);
		declared.await("receiving the event", Duration.ofSeconds(10),
				() -> declared.get("/received").body().equals("1"));
		return "undeclared: exit code 1 after %s, the report names the exchange; with three lines of YAML it is declared, UP after %s, the event arrives"
			.formatted(Seconds.of(ended), Seconds.of(ready));
	}

	private static Application start(Application.Builder events, VirtualHost host) {
		return events.properties(host.properties()).start();
	}

	private static void publish(VirtualHost host) {
		host.call((template) -> template.execute((channel) -> {
			channel.exchangeDeclarePassive(EXCHANGE);
			channel.basicPublish(EXCHANGE, "document.created", null, "{}".getBytes());
			return true;
		}));
	}

}
