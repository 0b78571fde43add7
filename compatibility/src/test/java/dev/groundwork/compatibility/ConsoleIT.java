package dev.groundwork.compatibility;

import dev.groundwork.compatibility.console.ConsoleApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application without a web server, whose runner needs everything at once.
 */
class ConsoleIT {

	private static final int INVOICED = 3;

	@RegisterExtension
	static final Servers servers = new Servers();

	@Test
	void runnerFindsEverythingInPlaceAndDecidesTheExitCode() throws InterruptedException {
		servers.forgetIndexInFile();
		try (Application application = Application.named("console", ClassPath.CONSOLE, ConsoleApplication.class)
			.arguments(servers.arguments())
			.start()) {
			assertThat(application.jvm().awaitExit()).as(application.jvm()::log).isEqualTo(INVOICED);
			assertThat(application.jvm().log()).containsOnlyOnce("READY in");
			servers.assertIndexesExist("console");
		}
	}

}
