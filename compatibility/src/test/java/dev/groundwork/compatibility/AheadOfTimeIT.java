package dev.groundwork.compatibility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.compatibility.servlet.ServletApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that was processed ahead of time, as {@code process-aot} of the Maven
 * plugin does it: on a machine with neither servers nor secrets.
 */
class AheadOfTimeIT {

	@RegisterExtension
	static final Servers servers = new Servers();

	private static final Path folder = Path.of("target", "ahead-of-time");

	@BeforeAll
	static void process() throws IOException, InterruptedException {
		FileSystemUtils.deleteRecursively(folder);
		Path sources = folder.resolve("sources");
		Path classes = folder.resolve("classes");
		try (Jvm processor = Jvm.start(Jvm.home(), "aot-processor", Map.of(),
				List.of("-cp", ClassPath.TOMCAT.toString(), "org.springframework.boot.SpringApplicationAotProcessor",
						ServletApplication.class.getName(), sources.toString(), classes.toString(), classes.toString(),
						"dev.groundwork", "groundwork-compatibility", "--spring.application.name=ahead"))) {
			assertThat(processor.awaitExit()).as(processor::log).isZero();
		}
		List<String> javac = new ArrayList<>(List.of(Jvm.home().resolve("bin/javac").toString(), "-nowarn",
				"-proc:none", "-cp", classes + File.pathSeparator + ClassPath.TOMCAT, "-d", classes.toString()));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(javac::add);
		}
		try (Jvm compiler = Jvm.start("aot-compiler", Map.of(), javac)) {
			assertThat(compiler.awaitExit()).as(compiler::log).isZero();
		}
	}

	private static Application.Builder application(String name) {
		return Application.named(name, ClassPath.TOMCAT, ServletApplication.class)
			.before(folder.resolve("classes"))
			.options("-Dspring.aot.enabled=true");
	}

	@Test
	void promisesAreKept() {
		try (Application application = servers.start(application("ahead"))) {
			assertThat(application.jvm().log()).contains("Starting AOT-processed ServletApplication");
			servers.assertPromisesAreKept("ahead", application.actuator());
			assertThat(application.actuator().gates()).contains("websocket-echo");
		}
	}

	@Test
	void contractIsCheckedWhenTheApplicationRuns() throws InterruptedException {
		try (Application application = application("unlawful").arguments("--orders.token=short").start()) {
			assertThat(application.jvm().awaitExit()).isEqualTo(78);
			assertThat(application.jvm().log()).contains("orders.token");
		}
	}

	@Test
	void runThatPlansEndsWithItsPlan() throws InterruptedException {
		try (Application application = application("planned").arguments(servers.arguments())
			.arguments("--groundwork.mode=plan")
			.start()) {
			assertThat(application.jvm().awaitExit()).as(application.jvm()::log).isEqualTo(2);
			assertThat(application.jvm().log()).contains("planned.orders", "planned.invoices");
		}
	}

	@Test
	void runThatLooksAtItsConfigurationEndsWithWhatIsBroken() throws InterruptedException {
		try (Application application = application("doctored").arguments("--orders.token=short")
			.arguments("--groundwork.mode=doctor")
			.start()) {
			assertThat(application.jvm().awaitExit()).as(application.jvm()::log).isEqualTo(78);
			assertThat(application.jvm().log()).contains("Configuration of 'doctored'", "Exit code 78.");
		}
	}

}
