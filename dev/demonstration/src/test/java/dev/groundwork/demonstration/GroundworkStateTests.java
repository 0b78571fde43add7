package dev.groundwork.demonstration;

import java.util.List;

import dev.groundwork.demonstration.GroundworkState.BackEnd;
import dev.groundwork.demonstration.GroundworkState.Gate;
import dev.groundwork.demonstration.GroundworkState.Resource;
import dev.groundwork.demonstration.GroundworkState.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroundworkState}.
 */
class GroundworkStateTests {

	@Test
	void isReadFromWhatTheEndpointSays() {
		GroundworkState state = new Http.Answer(200, """
				{"ready": true, "timeToReadyMillis": 900, "added": "later",
				 "gates": [{"name": "rabbitmq", "state": "OPEN", "waitingFor": null, "failures": []}],
				 "tasks": [{"name": "rabbitmq", "after": [], "state": "DONE", "elapsedMillis": 40}],
				 "backEnds": [{"name": "rabbitmq", "summary": "1 to create", "attempts": 1, "resources":
				   [{"kind": "queue", "name": "orders", "change": "CREATE", "source": "bean 'orders'"}]}]}
				""").json(GroundworkState.class);
		assertThat(state).isEqualTo(new GroundworkState(true, 900L, List.of(new Gate("rabbitmq", "OPEN", null)),
				List.of(new Task("rabbitmq", 40)),
				List.of(new BackEnd("rabbitmq", List.of(new Resource("queue", "orders", "CREATE", "bean 'orders'"))))));
	}

	@Test
	void reasonsAreThoseOutsideTheService() {
		GroundworkState state = waiting(new Gate("websocket", "OPEN", null),
				new Gate("rabbitmq", "CLOSED", "connection refused"),
				new Gate("listeners", "CLOSED", "other tasks: rabbitmq"));
		assertThat(state.reasons()).contains(List.of("connection refused"));
	}

	@Test
	void reasonsAreUnknownUntilEveryGateHasOne() {
		GroundworkState state = waiting(new Gate("rabbitmq", "CLOSED", "connection refused"),
				new Gate("elasticsearch", "CLOSED", null));
		assertThat(state.reasons()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			bean 'a' in class path resource [com/example/A.class], bean 'a' in A.class
			class path resource [groundwork/indices/a.json], groundwork/indices/a.json
			a.b[0] at classpath:application.yml:18:17, a.b[0] at classpath:application.yml:18:17
			""")
	void placeIsShort(String source, String place) {
		assertThat(new Resource("queue", "a", "NONE", source).place()).isEqualTo(place);
	}

	private static GroundworkState waiting(Gate... gates) {
		return new GroundworkState(false, null, List.of(gates), List.of(), List.of());
	}

}
