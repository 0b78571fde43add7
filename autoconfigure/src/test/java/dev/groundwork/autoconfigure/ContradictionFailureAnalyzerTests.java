package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.groundwork.rabbitmq.ExchangeResource;
import dev.groundwork.rabbitmq.QueueResource;
import dev.groundwork.resource.ContradictionException;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ContradictionFailureAnalyzer}.
 */
class ContradictionFailureAnalyzerTests {

	@Test
	void everyContradictionNamesBothSources() {
		ContradictionException failure = catchThrowableOfType(ContradictionException.class, () -> DesiredState.of(List
			.of(new Declaration(new QueueResource("orders", true, Map.of("x-queue-type", "quorum")), "bean 'orders'"),
					new Declaration(new QueueResource("orders", false, Map.of()),
							"groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15"),
					new Declaration(new ExchangeResource("events", "topic", true, false, false, Map.of()),
							"bean 'events'"),
					new Declaration(new ExchangeResource("events", "direct", true, false, false, Map.of()),
							"@RabbitListener(bindings = …)"))));
		FailureAnalysis analysis = new ContradictionFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				The same resource is declared with different attributes:

				  queue 'orders', arguments:
				    '{x-queue-type=quorum}' by bean 'orders'
				    '{}' by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15

				  queue 'orders', durable:
				    'true' by bean 'orders'
				    'false' by groundwork.rabbitmq.queues[0] at classpath:application.yml:7:15

				  exchange 'events', type:
				    'topic' by bean 'events'
				    'direct' by @RabbitListener(bindings = …)
				""");
		assertThat(analysis.getAction()).isEqualTo("Make the declarations equal, or remove one of them.");
	}

}
