package dev.groundwork.demonstration;

/**
 * A part of the demonstration.
 */
@FunctionalInterface
interface Act {

	/**
	 * Play this part.
	 * @param stage who takes part
	 * @param narrator tells what happens
	 * @return what was shown, in one line
	 * @throws DemonstrationException if it did not happen
	 */
	String play(Stage stage, Narrator narrator);

}
