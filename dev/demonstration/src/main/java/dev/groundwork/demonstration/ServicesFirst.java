package dev.groundwork.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The services start where there is nothing yet.
 */
final class ServicesFirst implements Act {

	@Override
	public String play(Stage stage, Narrator narrator) {
		narrator.act("Four services start. There is no broker, no search node and no database.");
		long started = System.nanoTime();
		Together
			.run(stage.services().stream().<Runnable>map((service) -> () -> start(service, stage, narrator)).toList());
		return "four services live within %s, with nothing to talk to"
			.formatted(Narrator.seconds(Duration.ofNanos(System.nanoTime() - started)));
	}

	private static void start(SampleService service, Stage stage, Narrator narrator) {
		service.start(stage.log(service.name()));
		narrator.tell(service.name(), Tone.QUIET, "starts on port " + service.port());
		service.await("live", (actuator) -> actuator.isLive() ? Optional.of(true) : Optional.empty());
		List<String> reasons = service.await("telling what it waits for",
				(actuator) -> actuator.groundwork().flatMap(GroundworkState::reasons));
		if (service.actuator().isReady()) {
			throw new DemonstrationException("'%s' is ready without its servers".formatted(service.name()));
		}
		narrator.tell(service.name(), Tone.WAITING, "live, not ready: " + String.join("; ", reasons));
	}

}
