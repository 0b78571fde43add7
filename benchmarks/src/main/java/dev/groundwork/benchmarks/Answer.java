package dev.groundwork.benchmarks;

/**
 * How a request was answered.
 *
 * @param atMillis when it was sent, in milliseconds since the first of its series
 * @param millis how long the answer took
 * @param status the status of the answer, or {@link #NONE}
 */
record Answer(double atMillis, double millis, int status) {

	/**
	 * Status of a request that had no answer in time.
	 */
	static final int NONE = -1;

	boolean isOk() {
		return this.status == 200;
	}

}
