package dev.groundwork.autoconfigure;

import dev.groundwork.report.TerminationMessageFile;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Finds the {@link TerminationMessageFile} where there are no beans, or not yet.
 */
final class TerminationMessageFiles {

	private TerminationMessageFiles() {
	}

	static TerminationMessageFile of(Environment environment) {
		return new TerminationMessageFile(path(environment),
				environment.getProperty("spring.application.name", "application"));
	}

	private static String path(Environment environment) {
		try {
			return Binder.get(environment)
				.bindOrCreate(ReportProperties.PREFIX, ReportProperties.class)
				.getTerminationMessagePath();
		}
		catch (BindException ex) {
			return new ReportProperties().getTerminationMessagePath();
		}
	}

}
