package dev.groundwork.test;

import java.util.Optional;

import dev.groundwork.report.GroundworkReport;
import dev.groundwork.report.GroundworkReports;

import org.springframework.context.ApplicationContext;

/**
 * Where to look at an application.
 */
interface StartSource {

	/**
	 * Look at the application.
	 * @return what is known, or empty if it does not tell
	 */
	Optional<ObservedStart> look();

	/**
	 * Return what was recorded of its start.
	 * @return the recording, or empty if there is none
	 */
	default Optional<ReadinessRecording> recording() {
		return Optional.empty();
	}

	/**
	 * An application in this JVM.
	 *
	 * @param context its context
	 */
	record OfContext(ApplicationContext context) implements StartSource {

		@Override
		public Optional<ObservedStart> look() {
			return this.context.getBeanProvider(GroundworkReports.class)
				.stream()
				.findFirst()
				.map(GroundworkReports::withoutWaits)
				.map(ObservedStart::of);
		}

		@Override
		public Optional<ReadinessRecording> recording() {
			return ReadinessRecording.of(this.context);
		}

		@Override
		public String toString() {
			return "application '%s'".formatted(this.context.getId());
		}

	}

	/**
	 * An application that runs elsewhere.
	 *
	 * @param probe asks it
	 */
	record OfService(ServiceProbe probe) implements StartSource {

		@Override
		public Optional<ObservedStart> look() {
			String report = this.probe.report();
			return report.isEmpty() ? Optional.empty() : Optional.of(ObservedStart.of(JsonObject.parse(report)));
		}

		@Override
		public String toString() {
			return "service at " + this.probe.address();
		}

	}

	/**
	 * A report that was made before.
	 *
	 * @param report the report
	 */
	record OfReport(GroundworkReport report) implements StartSource {

		@Override
		public Optional<ObservedStart> look() {
			return Optional.of(ObservedStart.of(this.report));
		}

		@Override
		public String toString() {
			return "report";
		}

	}

}
