package dev.groundwork.autoconfigure;

import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.report.FlightRecorderObserver;
import dev.groundwork.report.GroundworkMeterBinder;
import dev.groundwork.report.GroundworkReports;
import dev.groundwork.report.MeterRefresh;
import dev.groundwork.report.MicrometerStartObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for meters, observations and events
 * of the Flight Recorder.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = GroundworkAutoConfiguration.class)
@ConditionalOnBean(name = "groundworkReports")
public final class GroundworkMetricsAutoConfiguration {

	/**
	 * Meters, where Micrometer is.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MeterConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "groundworkMeterBinder", search = SearchStrategy.CURRENT)
		GroundworkMeterBinder groundworkMeterBinder(GroundworkReports reports) {
			return new GroundworkMeterBinder(reports::withoutWaits);
		}

		@Bean
		MeterRefresh groundworkMeterRefresh(GroundworkMeterBinder meters) {
			return new MeterRefresh(meters);
		}

		@Bean
		ApplicationListener<GroundworkReadyEvent> groundworkReadyMeterRefresh(GroundworkMeterBinder meters) {
			return (event) -> meters.refresh();
		}

	}

	/**
	 * Observations, where Micrometer is.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistry.class)
	static class ObservationConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "groundworkMicrometerStartObserver", search = SearchStrategy.CURRENT)
		MicrometerStartObserver groundworkMicrometerStartObserver(ObjectProvider<ObservationRegistry> registry) {
			return new MicrometerStartObserver(() -> registry.getIfUnique(() -> ObservationRegistry.NOOP));
		}

	}

	/**
	 * Events of the Flight Recorder, where the run-time image has it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "jdk.jfr.FlightRecorder")
	static class FlightRecorderConfiguration {

		@Bean(initMethod = "watch")
		@ConditionalOnMissingBean(name = "groundworkFlightRecorderObserver", search = SearchStrategy.CURRENT)
		FlightRecorderObserver groundworkFlightRecorderObserver(Readiness readiness) {
			return new FlightRecorderObserver(readiness::snapshot);
		}

		@Bean
		ApplicationListener<GroundworkReadyEvent> groundworkReadyFlightRecord(FlightRecorderObserver observer) {
			return (event) -> {
				observer.watchLater();
				observer.look();
			};
		}

	}

}
