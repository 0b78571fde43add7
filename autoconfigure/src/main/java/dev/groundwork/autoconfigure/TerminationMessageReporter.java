package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.report.TerminationMessageFile;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link SpringBootExceptionReporter} that writes the {@link TerminationMessageFile} and
 * leaves the report in the log to Spring Boot. Comes first, because the first reporter
 * that has reported is the last that is asked.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class TerminationMessageReporter implements SpringBootExceptionReporter {

	private final @Nullable ConfigurableApplicationContext context;

	TerminationMessageReporter(@Nullable ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public boolean reportException(Throwable failure) {
		if (this.context != null) {
			List<Diagnosis> diagnoses = new FailureDiagnoses(this.context).of(failure);
			if (!diagnoses.isEmpty()) {
				TerminationMessageFiles.of(this.context.getEnvironment()).write(diagnoses);
			}
		}
		return false;
	}

}
