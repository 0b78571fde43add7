package dev.groundwork.autoconfigure;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.groundwork.startup.StartupTask;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupGraphFailureAnalyzer}.
 */
class StartupGraphFailureAnalyzerTests {

	@Test
	void cycleIsShownAsAPath() {
		FailureAnalysis analysis = analyze(task("a", "c"), task("b", "a"), task("c", "b"));
		assertThat(analysis.getDescription()).isEqualTo("The start-up tasks wait for each other: a → c → b → a");
		assertThat(analysis.getAction()).isEqualTo("Remove one of these names from the 'after' of the task before it.");
	}

	@Test
	void unknownPredecessorIsShownWithWhatThereIs() {
		FailureAnalysis analysis = analyze(task("a", "rabitmq"), StartupTask.of("rabbitmq", Set.of(), (progress) -> {
		}));
		assertThat(analysis.getDescription())
			.isEqualTo("Start-up task 'a' is to run after 'rabitmq', which does not exist");
		assertThat(analysis.getAction()).isEqualTo("Correct the name. These tasks exist: a, rabbitmq");
	}

	private static FailureAnalysis analyze(StartupTask... tasks) {
		AtomicReference<FailureAnalysis> analysis = new AtomicReference<>();
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(GroundworkAutoConfiguration.class));
		for (StartupTask task : tasks) {
			runner = runner.withBean(task.getName(), StartupTask.class, () -> task);
		}
		runner.run((context) -> {
			Throwable failure = context.getStartupFailure();
			assertThat(failure).isNotNull();
			FailureAnalysis found = new StartupGraphFailureAnalyzer().analyze(failure);
			assertThat(found).isNotNull();
			analysis.set(found);
		});
		return analysis.get();
	}

	private static StartupTask task(String name, String after) {
		return StartupTask.of(name, Set.of(after), (progress) -> {
		});
	}

}
