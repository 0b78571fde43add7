package dev.groundwork.autoconfigure;

import dev.groundwork.diagnosis.DiagnosedException;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends an application that has started but cannot become ready, with the report that
 * Spring Boot gives of a start that failed.
 */
class ApplicationTermination {

	private static final int EXIT_CODE = 1;

	/**
	 * Set by {@code @SpringBootTest}, whose JVM is not the application's to end.
	 */
	static final String TEST = "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

	private final ConfigurableApplicationContext context;

	ApplicationTermination(ConfigurableApplicationContext context) {
		this.context = context;
	}

	void terminate(DiagnosedException failure) {
		new FailureReport(this.context.getEnvironment()).print(failure);
		boolean test = isTest();
		Thread thread = new Thread(() -> {
			int exitCode = Math.max(EXIT_CODE, SpringApplication.exit(this.context));
			if (!test) {
				System.exit(exitCode);
			}
		}, "groundwork-termination");
		// The JVM must not end by itself, with 0, before this thread ends it
		thread.setDaemon(false);
		thread.start();
	}

	/**
	 * End the application on the thread that starts it.
	 * @param exitCode the exit code of the process
	 * @throws JobCompletedException in a test
	 */
	void end(int exitCode) {
		if (isTest()) {
			throw new JobCompletedException(exitCode);
		}
		System.exit(SpringApplication.exit(this.context, () -> exitCode));
	}

	/**
	 * End the application before its beans exist, without creating one: none is asked for
	 * an exit code.
	 * @param exitCode the exit code of the process
	 * @throws JobCompletedException in a test
	 */
	void endWithoutBeans(int exitCode) {
		if (isTest()) {
			throw new JobCompletedException(exitCode);
		}
		this.context.close();
		System.exit(exitCode);
	}

	private boolean isTest() {
		return this.context.getEnvironment().containsProperty(TEST);
	}

}
