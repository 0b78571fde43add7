package dev.groundwork.drills;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

import dev.groundwork.drills.application.blocked.BackendApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bean that waits for an answer which never comes.
 */
final class BlockedInitialisation implements Drill {

	private static final Duration DEADLINE = Duration.ofSeconds(10);

	private static final Duration WATCH = DEADLINE.multipliedBy(2);

	@Override
	public String name() {
		return "blocked-initialisation";
	}

	@Override
	public Quote quote() {
		return new Quote("003", "No proper timeout handling causing infinite wait");
	}

	@Override
	public String shows() {
		return "A bean greets a server that accepts the connection and never answers.";
	}

	@Override
	public String plain(Stage stage) throws IOException {
		try (ServerSocket mute = mute()) {
			Application backend = start(stage.application(BackendApplication.class), mute);
			try (Socket greeted = mute.accept()) {
				Duration stuck = backend.sinceStart();
				assertThat(greeted.isConnected()).isTrue();
				stage.tell("stuck, is watched for " + Seconds.of(WATCH));
				backend.requireStuck(WATCH);
				return "stuck after %s: connection refused and not one more line in the log for the %s it was watched"
					.formatted(Seconds.of(stuck), Seconds.of(WATCH));
			}
		}
	}

	@Override
	public String groundwork(Stage stage) throws IOException {
		try (ServerSocket mute = mute()) {
			Application backend = start(stage.application(BackendApplication.class)
				.groundwork("startup.deadline", DEADLINE.toSeconds() + "s")
				.groundwork("startup.on-deadline", "fail"), mute);
			Duration answered = backend.await("answering early", Application.LONGEST_START,
					() -> backend.early("/livez").isOk());
			Duration told = backend.await("telling the bean", Application.LONGEST_START,
					() -> backend.early("/readyz").body().contains("remainingServices"));
			assertThat(backend.awaitExit(Application.LONGEST_START)).isEqualTo(1);
			assertThat(backend.log()).contains("APPLICATION FAILED TO START", "Bean 'remainingServices'",
					"RemainingServices.initialize");
			return "the early probe answers after %s and names the bean after %s; at the deadline of %s the start ends with its stack, exit code 1 after %s"
				.formatted(Seconds.of(answered), Seconds.of(told), Seconds.of(DEADLINE),
						Seconds.of(backend.sinceStart()));
		}
	}

	private static ServerSocket mute() throws IOException {
		ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		mute.setSoTimeout((int) Application.LONGEST_START.toMillis());
		return mute;
	}

	private static Application start(Application.Builder backend, ServerSocket mute) {
		return backend.property("remaining-services.port", mute.getLocalPort()).start();
	}

}
