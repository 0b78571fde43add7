package dev.groundwork.local;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RunArguments}.
 */
class RunArgumentsTests {

	@Test
	void withoutANameAllServersRunOnFreePorts() {
		assertThat(ports("run"))
			.isEqualTo(Map.of(ServerImage.RABBITMQ, 0, ServerImage.ELASTICSEARCH, 0, ServerImage.POSTGRESQL, 0));
	}

	@Test
	void onlyNamedServersRun() {
		assertThat(ports("run", "elasticsearch")).isEqualTo(Map.of(ServerImage.ELASTICSEARCH, 0));
	}

	@Test
	void portAloneNamesItsServer() {
		assertThat(ports("run", "--rabbitmq-port", "5672")).isEqualTo(Map.of(ServerImage.RABBITMQ, 5672));
	}

	@Test
	void portStaysWhenTheServerIsNamedToo() {
		assertThat(ports("run", "--rabbitmq-port", "5672", "rabbitmq")).isEqualTo(Map.of(ServerImage.RABBITMQ, 5672));
	}

	@Test
	void unknownArgumentIsRefusedByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> ports("run", "kafka"))
			.withMessageStartingWith("Unknown argument 'kafka'. Usage: run");
	}

	@Test
	void withoutACommandTellsTheUsage() {
		assertThatIllegalArgumentException().isThrownBy(this::ports).withMessageStartingWith("Usage: run");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "65536", "-1", "amqp", "" })
	void portOutsideOfItsBoundsIsRefused(String port) {
		assertThatIllegalArgumentException().isThrownBy(() -> ports("run", "--rabbitmq-port", port))
			.withMessageStartingWith("'--rabbitmq-port' needs a port between 1 and 65535, not '%s'", port);
	}

	private Map<ServerImage, Integer> ports(String... arguments) {
		return RunArguments.parse(List.of(arguments)).ports();
	}

}
