package dev.groundwork.rabbitmq;

import java.io.IOException;

/**
 * Where lanes come from. Safe for use by several threads.
 */
interface LaneSource {

	/**
	 * Take a lane that nobody else uses; waits for one if there are no more. If a refusal
	 * has closed the connection, there is a new one.
	 * @return an open lane, to be given back
	 * @throws IOException if the broker cannot be reached
	 */
	Lane take() throws IOException;

	/**
	 * Give back a lane, whether it is still open or not.
	 * @param lane the lane
	 */
	void giveBack(Lane lane);

	/**
	 * Let go of the broker without a word, so that whoever waits for it fails at once.
	 */
	void abort();

}
