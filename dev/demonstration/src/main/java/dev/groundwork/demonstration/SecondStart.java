package dev.groundwork.demonstration;

import java.util.List;
import java.util.Optional;

/**
 * A service starts again on servers that have everything.
 */
final class SecondStart implements Act {

	@Override
	public String play(Stage stage, Narrator narrator) {
		SampleService search = stage.search();
		narrator.act("'%s' starts again: nothing is left to do".formatted(search.name()));
		search.stop();
		narrator.tell(search.name(), Tone.QUIET, "stopped");
		search.start(stage.log(search.name() + "-again"));
		narrator.tell(search.name(), Tone.QUIET, "starts on port " + search.port());
		GroundworkState state = search.await("ready again",
				(actuator) -> actuator.isReady() ? actuator.groundwork() : Optional.empty());
		List<GroundworkState.Resource> created = state.resources()
			.stream()
			.filter(GroundworkState.Resource::isCreated)
			.toList();
		if (!created.isEmpty()) {
			throw new DemonstrationException("The second start created again: " + created);
		}
		String outcome = "0 to create, %d as declared; provisioning took %d of %d ms"
			.formatted(state.resources().size(), state.provisioningMillis(), state.timeToReadyMillis());
		narrator.tell(search.name(), Tone.GOOD, "READY: " + outcome);
		return "second start: " + outcome;
	}

}
