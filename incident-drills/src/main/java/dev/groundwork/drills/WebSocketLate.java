package dev.groundwork.drills;

import dev.groundwork.drills.application.websocket.PresenceApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A WebSocket server that is bound 3 s late.
 */
final class WebSocketLate implements Drill {

	@Override
	public String name() {
		return "websocket-late";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "The health check runs before WebSocket is actually bound");
	}

	@Override
	public String shows() {
		return "Readiness and the WebSocket port are asked every 100 ms, while the port is bound 3 s after the start.";
	}

	@Override
	public String plain(Stage stage) throws Exception {
		Readings readings = read(stage);
		assertThat(readings.falselyReady()).as("answers UP while the port refuses connections").isPositive();
		return "UP %s before the port is bound: %d of %d answers are UP while it refuses connections"
			.formatted(Seconds.of(readings.bound().minus(readings.ready())), readings.falselyReady(), readings.size());
	}

	@Override
	public String groundwork(Stage stage) throws Exception {
		Readings readings = read(stage);
		assertThat(readings.falselyReady()).as("answers UP while the port refuses connections").isZero();
		return "UP %s after the port is bound: none of %d answers is UP while it refuses connections"
			.formatted(Seconds.of(readings.ready().minus(readings.bound())), readings.size());
	}

	private static Readings read(Stage stage) throws Exception {
		int port = Http.freePort();
		Application presence = stage.application(PresenceApplication.class)
			.property("presence.port", port)
			.property("presence.bind-after", "3s")
			.start();
		Readings readings = Readings.take(presence, port, Application.LONGEST_START);
		readings.write(stage.file("readings.csv"));
		return readings;
	}

}
