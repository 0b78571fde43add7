package dev.groundwork.drills;

/**
 * Half of a drill.
 */
enum Half {

	/**
	 * The service as it is, on plain Spring Boot.
	 */
	PLAIN("plain"),

	/**
	 * The same service with the starter on its class path.
	 */
	GROUNDWORK("groundwork");

	private final String text;

	Half(String text) {
		this.text = text;
	}

	String play(Drill drill, Stage stage) throws Exception {
		return switch (this) {
			case PLAIN -> drill.plain(stage);
			case GROUNDWORK -> drill.groundwork(stage);
		};
	}

	@Override
	public String toString() {
		return this.text;
	}

}
