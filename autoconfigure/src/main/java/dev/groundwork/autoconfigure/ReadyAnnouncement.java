package dev.groundwork.autoconfigure;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import dev.groundwork.readiness.GroundworkReadyEvent;
import dev.groundwork.readiness.Readiness;
import dev.groundwork.report.GroundworkReports;
import dev.groundwork.report.ReadySummary;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tells the log and the listeners when the application has started and every gate is
 * open.
 */
final class ReadyAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog(ReadyAnnouncement.class);

	private final Readiness readiness;

	private final GroundworkReports reports;

	private final ConfigurableApplicationContext context;

	ReadyAnnouncement(Readiness readiness, GroundworkReports reports, ConfigurableApplicationContext context) {
		this.readiness = readiness;
		this.reports = reports;
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.readiness.whenReady().thenRun(this::announce);
		}
	}

	private void announce() {
		Duration sinceJvmStart = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
		this.reports.ready(sinceJvmStart);
		logger.info(new ReadySummary(this.reports.withoutWaits()));
		this.context.publishEvent(new GroundworkReadyEvent(this.context, sinceJvmStart));
	}

}
