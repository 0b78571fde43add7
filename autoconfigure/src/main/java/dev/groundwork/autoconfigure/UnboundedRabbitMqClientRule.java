package dev.groundwork.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.rabbitmq.client.ConnectionFactory;
import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.DesiredState;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;

/**
 * {@link LintRule} that the application does not wait for a RabbitMQ that is mute for
 * longer than people do.
 */
final class UnboundedRabbitMqClientRule implements LintRule {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final CreatedBeans beans;

	UnboundedRabbitMqClientRule(CreatedBeans beans) {
		this.beans = beans;
	}

	@Override
	public String getName() {
		return "unbounded-rabbitmq-client";
	}

	@Override
	public LintSeverity getDefaultSeverity() {
		return LintSeverity.WARNING;
	}

	@Override
	public List<LintViolation> check(DesiredState desired) {
		List<LintViolation> violations = new ArrayList<>();
		this.beans.ofType(AbstractConnectionFactory.class).forEach((name, factory) -> {
			List<Wait> unbounded = unbounded(factory.getRabbitConnectionFactory());
			if (!unbounded.isEmpty()) {
				violations.add(new LintViolation("connection factory '%s'".formatted(name), "bean '%s'".formatted(name),
						"waits too long for a broker that is mute: "
								+ String.join(", ", unbounded.stream().map(Wait::found).toList()),
						"Set " + String.join(" and ", unbounded.stream().map(Wait::remedy).toList())));
			}
		});
		return violations;
	}

	private static List<Wait> unbounded(ConnectionFactory client) {
		List<Wait> waits = new ArrayList<>();
		if (isUnbounded(client.getConnectionTimeout())) {
			waits.add(new Wait("to connect", client.getConnectionTimeout(), "spring.rabbitmq.connection-timeout=5s"));
		}
		if (isUnbounded(client.getHandshakeTimeout())) {
			waits.add(new Wait("for the handshake", client.getHandshakeTimeout(),
					"setHandshakeTimeout(10_000) in a ConnectionFactoryCustomizer bean"));
		}
		if (isUnbounded(client.getChannelRpcTimeout())) {
			waits.add(new Wait("for an answer", client.getChannelRpcTimeout(),
					"spring.rabbitmq.channel-rpc-timeout=10s"));
		}
		if (client.getRequestedHeartbeat() == 0) {
			waits.add(new Wait("for a heartbeat", 0, "spring.rabbitmq.requested-heartbeat=15s"));
		}
		return waits;
	}

	private static boolean isUnbounded(int millis) {
		return millis <= 0 || millis > LONGEST.toMillis();
	}

	/**
	 * A wait that has no bound, or none worth the name.
	 *
	 * @param what what is waited for
	 * @param millis the bound, 0 if there is none
	 * @param remedy what bounds it
	 */
	private record Wait(String what, int millis, String remedy) {

		String found() {
			return (this.millis <= 0) ? "for ever %s".formatted(this.what)
					: "%d s %s".formatted(Duration.ofMillis(this.millis).toSeconds(), this.what);
		}

	}

}
