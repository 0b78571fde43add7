package dev.groundwork.drills;

/**
 * Answer of a service to a request.
 *
 * @param status the status code, or {@link #NONE} if there was no answer
 * @param body the body, empty if there was no answer
 */
record Answer(int status, String body) {

	static final int NONE = -1;

	static Answer none() {
		return new Answer(NONE, "");
	}

	boolean isOk() {
		return this.status == 200;
	}

}
