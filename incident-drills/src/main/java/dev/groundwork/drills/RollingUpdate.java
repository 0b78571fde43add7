package dev.groundwork.drills;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A release with a wrong configuration, rolled out while users are served.
 */
final class RollingUpdate implements Drill {

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final int STARTS = 3;

	private static final int REFUSALS = 50;

	@Override
	public String name() {
		return "rolling-update";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "**Canary deployment** - Would have caught this before full rollout");
	}

	@Override
	public String shows() {
		return "A user who is logged in asks every 50 ms, during a rolling update (`maxUnavailable: 0`) to a release whose secret is set under another name.";
	}

	@Override
	public String plain(Stage stage) {
		Rollout rollout = new Rollout(old(stage));
		Application old = rollout.inService();
		try (Samples<Answer> answers = ask(rollout)) {
			Duration took = rollout.to((start) -> release(stage, start), STARTS);
			Application release = rollout.inService();
			assertThat(release).isNotSameAs(old);
			release.await("refusing the user", Application.LONGEST_START, () -> failed(answers.taken()) >= REFUSALS);
			List<Answer> taken = answers.taken();
			assertThat(taken.subList(taken.size() - REFUSALS + 1, taken.size()))
				.allMatch((answer) -> answer.status() == 401);
			assertThat(release.isReady()).isTrue();
			assertThat(old.isRunning()).isFalse();
			return "rolled out after %s: the new replica is UP and gets the traffic, the old one is stopped; from then on each request fails (401), %d of %d until the drill ends it, and readiness stays UP"
				.formatted(Seconds.of(took), failed(taken), taken.size());
		}
	}

	@Override
	public String groundwork(Stage stage) {
		Rollout rollout = new Rollout(old(stage));
		Application old = rollout.inService();
		try (Samples<Answer> answers = ask(rollout)) {
			Duration took = rollout.to((start) -> release(stage, start), STARTS);
			assertThat(rollout.exitCodes()).hasSize(STARTS).containsOnly(ExitCode.BROKEN_CONTRACT);
			assertThat(rollout.inService()).isSameAs(old);
			List<Answer> taken = answers.taken();
			assertThat(taken).isNotEmpty().allMatch(Answer::isOk);
			return "the new replica never gets ready: exit code 78 at each of %d starts within %s; the old one goes on, %d of %d requests fail"
				.formatted(STARTS, Seconds.of(took), failed(taken), taken.size());
		}
	}

	private static Application old(Stage stage) {
		return Authentication.replica(stage, "old").environment("JWT_SECRET", Authentication.SECRET).start();
	}

	private static Application release(Stage stage, int start) {
		return Authentication.replica(stage, "new-" + start)
			.environment("JWT_SECRET_KEY", Authentication.SECRET)
			.start();
	}

	private static Samples<Answer> ask(Rollout rollout) {
		String token = Authentication.login(rollout.inService());
		return Samples.every(INTERVAL, () -> Authentication.me(rollout.inService(), token));
	}

	private static long failed(List<Answer> answers) {
		return answers.stream().filter((answer) -> !answer.isOk()).count();
	}

}
