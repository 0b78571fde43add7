package dev.groundwork.autoconfigure;

import dev.groundwork.report.TerminationMessageFile;

import org.springframework.core.env.Environment;

/**
 * Finds the {@link TerminationMessageFile} where there are no beans, or not yet.
 */
final class TerminationMessageFiles {

	private TerminationMessageFiles() {
	}

	static TerminationMessageFile of(Environment environment) {
		ReportProperties properties = EarlySetting.readAll(environment, ReportProperties.PREFIX,
				new ReportProperties());
		return new TerminationMessageFile(properties.getTerminationMessagePath(),
				environment.getProperty("spring.application.name", "application"));
	}

}
