package dev.groundwork.startup;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link StartupTaskGraph}.
 */
class StartupTaskGraphTests {

	@Test
	void eachTaskComesAfterThoseItNames() {
		assertThat(order(TestTask.named("listeners").after("queues", "indexes"),
				TestTask.named("queues").after("broker"), TestTask.named("indexes"), TestTask.named("broker")))
			.containsExactlyInAnyOrder("listeners", "queues", "indexes", "broker")
			.containsSubsequence("broker", "queues", "listeners")
			.containsSubsequence("indexes", "listeners");
	}

	@Test
	void tasksThatWaitForNoneKeepTheirOrder() {
		assertThat(order(TestTask.named("b"), TestTask.named("a"), TestTask.named("c"))).containsExactly("b", "a", "c");
	}

	@Test
	void cycleIsRefusedAsPath() {
		StartupGraphException ex = refusal(TestTask.named("cache").after("redis"),
				TestTask.named("redis").after("pool"), TestTask.named("pool").after("cache"));
		assertThat(ex).hasMessage("The start-up tasks wait for each other: cache → redis → pool → cache");
		assertThat(ex.getRemedy()).isEqualTo("Remove one of these names from the 'after' of the task before it.");
	}

	@Test
	void pathLeavesOutTasksThatOnlyLeadToTheCycle() {
		assertThat(refusal(TestTask.named("web").after("session"), TestTask.named("session").after("cache"),
				TestTask.named("cache").after("redis"), TestTask.named("redis").after("cache")))
			.hasMessageEndingWith(": cache → redis → cache");
	}

	@Test
	void pathLeavesOutTasksThatAreDoneBeforeTheCycle() {
		assertThat(refusal(TestTask.named("cache").after("config", "redis"), TestTask.named("config"),
				TestTask.named("redis").after("config", "cache")))
			.hasMessageEndingWith(": cache → redis → cache");
	}

	@Test
	void taskThatWaitsForItselfIsRefused() {
		assertThat(refusal(TestTask.named("cache").after("cache"))).hasMessageEndingWith(": cache → cache");
	}

	@Test
	void unknownPredecessorIsNamedWithThoseThatExist() {
		StartupGraphException ex = refusal(TestTask.named("cache").after("reddis"), TestTask.named("redis"));
		assertThat(ex).hasMessage("Start-up task 'cache' is to run after 'reddis', which does not exist");
		assertThat(ex.getRemedy()).isEqualTo("Correct the name. These tasks exist: cache, redis");
	}

	@Test
	void duplicateNameIsRefused() {
		StartupGraphException ex = refusal(TestTask.named("cache"), TestTask.named("redis"), TestTask.named("cache"));
		assertThat(ex).hasMessage("Two start-up tasks have the name 'cache'");
		assertThat(ex.getRemedy()).isEqualTo("Give each StartupTask bean a name of its own.");
	}

	@Test
	void longChainIsOrdered() {
		List<StartupTask> tasks = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			tasks.add(TestTask.named("task-" + i).after("task-" + (i + 1)));
		}
		tasks.add(TestTask.named("task-200"));
		assertThat(StartupTaskGraph.of(tasks).inOrder()).hasSize(201)
			.first()
			.extracting(StartupTask::getName)
			.isEqualTo("task-200");
	}

	private static List<String> order(StartupTask... tasks) {
		return StartupTaskGraph.of(List.of(tasks)).inOrder().stream().map(StartupTask::getName).toList();
	}

	private static StartupGraphException refusal(StartupTask... tasks) {
		return catchThrowableOfType(StartupGraphException.class, () -> StartupTaskGraph.of(List.of(tasks)));
	}

}
