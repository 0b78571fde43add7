package dev.groundwork.drills;

/**
 * One failure of an incident report, replayed with the same service in two halves. Each
 * half fails if it does not show what it must.
 */
interface Drill {

	String name();

	Quote quote();

	/**
	 * Return what the two halves show.
	 * @return one sentence for the list of drills
	 */
	String shows();

	/**
	 * Replay the failure on plain Spring Boot.
	 * @param stage where the half is played
	 * @return what was seen, with times
	 * @throws Exception if the failure of the report was not seen
	 */
	String plain(Stage stage) throws Exception;

	/**
	 * Replay the failure with Groundwork.
	 * @param stage where the half is played
	 * @return what was seen instead, with times
	 * @throws Exception if that was not seen
	 */
	String groundwork(Stage stage) throws Exception;

	/**
	 * A sentence of an incident report, word for word.
	 *
	 * @param report the number of the report
	 * @param sentence the sentence
	 */
	record Quote(String report, String sentence) {

	}

}
