package dev.groundwork.demonstration;

import java.time.Duration;

/**
 * A service starts without its secret, which somebody has set under a wrong name.
 */
final class BrokenStart implements Act {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int CONTRACT_IS_BROKEN = 78;

	@Override
	public String play(Stage stage, Narrator narrator) {
		SampleService documents = stage.misconfigured();
		narrator.act("A broken start: JWT_SECRET is missing, somebody has set JWT_SECRETS");
		long start = System.nanoTime();
		GuardedProcess process = documents.start(stage.log(documents.name() + "-broken"));
		narrator.tell(documents.name(), Tone.QUIET, "starts on port " + documents.port());
		int code = process.awaitExit(LIMIT);
		if (code != CONTRACT_IS_BROKEN) {
			throw new DemonstrationException("Expected exit code %d, not %d; the last lines of %s:%n%s"
				.formatted(CONTRACT_IS_BROKEN, code, process.log(), process.lastLines(15)));
		}
		String after = Narrator.seconds(Duration.ofNanos(System.nanoTime() - start));
		narrator.tell(documents.name(), Tone.BAD, "ended with exit code %d, and this report:".formatted(code));
		narrator.quote(report(process.output()));
		return "a missing secret refused after %s with exit code %d and the name to correct".formatted(after, code);
	}

	private static String report(String log) {
		String heading = "Description:";
		int start = log.indexOf(heading);
		if (start < 0) {
			throw new DemonstrationException("There is no report in the log:\n" + log);
		}
		return log.substring(start).strip();
	}

}
