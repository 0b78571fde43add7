package dev.groundwork.readiness;

import java.time.Duration;

import dev.groundwork.diagnosis.Diagnosis;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Writes one line when a dependency is lost and one when it is back.
 */
final class DependencyLog implements DependencyTransitions {

	private static final Log logger = LogFactory.getLog(DependencyLog.class);

	@Override
	public void changed(DependencySnapshot before, DependencySnapshot after) {
		String line = line(before, after);
		// What has not been up yet is shown by readiness, and is no loss
		if (!before.seen() || after.policy() == DependencyPolicy.IGNORE) {
			logger.debug(line);
		}
		else if (after.status() == DependencyStatus.UP) {
			logger.info(line);
		}
		else {
			logger.warn(line);
		}
	}

	private static String line(DependencySnapshot before, DependencySnapshot after) {
		String line = "Dependency '%s' is %s after %s %s".formatted(after.name(), after.status(),
				text(Duration.between(before.since(), after.since())), before.status());
		Diagnosis reason = after.reason();
		return (reason != null) ? line + ": " + reason.summary() + ". " + reason.remedy() : line;
	}

	private static String text(Duration duration) {
		return (duration.toSeconds() > 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

}
