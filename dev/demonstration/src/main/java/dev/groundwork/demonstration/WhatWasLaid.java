package dev.groundwork.demonstration;

/**
 * What exists now, who created it and which line asked for it.
 */
final class WhatWasLaid implements Act {

	@Override
	public String play(Stage stage, Narrator narrator) {
		narrator.act("What was laid, by whom, and which line asked for it");
		int created = 0;
		for (SampleService service : stage.services()) {
			GroundworkState state = service.await("saying what it did", Actuator::groundwork);
			for (GroundworkState.Resource resource : state.resources()) {
				narrator.tell(service.name(), resource.isCreated() ? Tone.GOOD : Tone.PLAIN, describe(resource));
				narrator.add(resource.place());
				created += resource.isCreated() ? 1 : 0;
			}
		}
		return "%d objects created, none by hand, the shared exchange once".formatted(created);
	}

	private static String describe(GroundworkState.Resource resource) {
		return "%s %s %s%s".formatted(resource.isCreated() ? "+" : "=", resource.kind(), resource.name(),
				resource.isCreated() ? "" : ": there already, as declared");
	}

}
