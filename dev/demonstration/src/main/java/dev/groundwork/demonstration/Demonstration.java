package dev.groundwork.demonstration;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import dev.groundwork.local.LocalServerException;

/**
 * The acts in their order, and the end, however it comes.
 */
final class Demonstration {

	private static final List<Act> ACTS = List.of(new ServicesFirst(), new InfrastructureAfter(), new WhatWasLaid(),
			new OneDocument(), new SecondStart(), new TheDoor(), new BrokenStart());

	private final Arguments arguments;

	private final Narrator narrator;

	private final Stage stage;

	private Demonstration(Arguments arguments, Narrator narrator, Stage stage) {
		this.arguments = arguments;
		this.narrator = narrator;
		this.stage = stage;
	}

	/**
	 * Run the demonstration.
	 * @param arguments the command line
	 * @param output where it is told
	 * @return whether everything was seen
	 * @throws DemonstrationException if it cannot begin
	 * @throws LocalServerException if a server is missing on this machine
	 */
	static boolean run(Arguments arguments, PrintStream output) {
		long start = System.nanoTime();
		Narrator narrator = new Narrator(output, arguments.color(),
				() -> arguments.elapsed().plusNanos(System.nanoTime() - start));
		Stage stage = new Stage(arguments);
		try {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(stage, narrator, output), "interrupt"));
			return new Demonstration(arguments, narrator, stage).play();
		}
		finally {
			narrator.tell("", Tone.QUIET, "stopping the services and the servers");
			stage.close();
			narrator.conclude("Nothing is left running.");
		}
	}

	private static void interrupt(Stage stage, Narrator narrator, PrintStream output) {
		if (!stage.isClosed()) {
			narrator.conclude("Stopping the services and the servers ...");
			stage.close();
			output.println("Nothing is left running.");
		}
	}

	private boolean play() {
		try {
			List<String> shown = new ArrayList<>();
			ACTS.forEach((act) -> shown.add(act.play(this.stage, this.narrator)));
			this.narrator.heading("What you have seen");
			shown.forEach((line) -> this.narrator.item("- " + line));
			this.narrator.item("- all logs are in " + this.arguments.logs());
			if (!this.arguments.once()) {
				new OpenHouse(this.stage, this.narrator).stayOpen();
			}
			return true;
		}
		catch (DemonstrationException | LocalServerException ex) {
			this.narrator.failure(String.valueOf(ex.getMessage()));
			this.narrator.item("- all logs are in " + this.arguments.logs());
			return false;
		}
	}

}
