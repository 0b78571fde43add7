package dev.groundwork.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import dev.groundwork.diagnosis.PatientRetry;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Plan;
import dev.groundwork.plan.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Provisioning}.
 */
@Timeout(20)
class ProvisioningTests {

	private static final FakeResource A = FakeResource.named("a");

	private static final FakeResource B = FakeResource.named("b");

	private static final FakeResource HIDDEN = FakeResource.named("hidden").unreadable();

	private final PlannedFailures failures = new PlannedFailures();

	private final List<String> told = new ArrayList<>();

	@Test
	void missingResourcesAreCreatedAndReadBack() throws InterruptedException {
		FakeServer server = new FakeServer();
		ProvisioningResult result = apply(server, A, B);
		assertThat(server.resources()).containsExactlyInAnyOrder(A, B);
		assertThat(changed(result)).containsExactly("CREATE thing 'a'", "CREATE thing 'b'");
		assertThat(this.failures.points()).containsExactly("open", "inspect in mode APPLY", "CREATE a",
				"reply to CREATE a", "CREATE b", "reply to CREATE b", "inspect in mode APPLY", "close");
	}

	@Test
	void secondRunChangesNothing() throws InterruptedException {
		FakeServer server = new FakeServer();
		apply(server, A, B);
		this.failures.points().clear();
		ProvisioningResult result = apply(server, A, B);
		assertThat(result.changes()).isEmpty();
		assertThat(result.plan().summary()).isEqualTo("0 to create, 0 to update, 2 unchanged");
		assertThat(this.failures.points()).containsExactly("open", "inspect in mode APPLY", "close");
	}

	@Test
	void changeableDifferenceIsUpdatedAndReadBack() throws InterruptedException {
		FakeServer server = new FakeServer(A.withSetting("off"), B);
		ProvisioningResult result = apply(server, A, B);
		assertThat(server.resources()).containsExactlyInAnyOrder(A, B);
		assertThat(changed(result)).containsExactly("UPDATE thing 'a'");
		assertThat(this.failures.points()).endsWith("reply to UPDATE a", "inspect in mode APPLY", "close");
	}

	@Test
	void resourceThatCannotBeReadIsDeclaredAgainEveryTime() throws InterruptedException {
		FakeServer server = new FakeServer(A, HIDDEN);
		ProvisioningResult result = apply(server, A, HIDDEN);
		assertThat(result.changes()).isEmpty();
		assertThat(this.failures.points()).containsExactly("open", "inspect in mode APPLY", "ASSERT hidden",
				"reply to ASSERT hidden", "close");
	}

	@Test
	void everyDriftIsRefusedBeforeAnythingChanges() {
		FakeServer server = new FakeServer(A.withShape("square"), B.withShape("flat"));
		FakeResource missing = FakeResource.named("missing");
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> apply(server, missing, A, B))
			.withMessage("thing 'a' (declared by bean 'a'): differs; thing 'b' (declared by bean 'b'): differs")
			.satisfies((ex) -> assertThat(ex.getDiagnoses()).extracting(Diagnosis::evidence)
				.containsExactly("[shape: expected 'round', found 'square']",
						"[shape: expected 'round', found 'flat']"));
		assertThat(server.creations()).isEmpty();
		assertThat(this.failures.points()).containsExactly("open", "inspect in mode APPLY", "close");
	}

	@Test
	void winnerOfRaceThatCreatedSomethingElseIsDrift() {
		FakeServer server = new FakeServer();
		this.failures.doAt("CREATE a", () -> server.create(A.withShape("square")));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> apply(server, A))
			.withMessage("thing 'a' (declared by bean 'a'): differs");
		assertThat(this.failures.points()).containsOnlyOnce("open");
	}

	@Test
	void lostRaceAgainstEqualReplicaIsSuccess() throws InterruptedException {
		FakeServer server = new FakeServer();
		this.failures.doAt("CREATE a", () -> server.create(A));
		assertThat(apply(server, A).attempts()).isEqualTo(1);
		assertThat(server.creations()).containsEntry("a", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "open", "inspect in mode APPLY", "CREATE a", "reply to CREATE a", "CREATE b",
			"reply to CREATE b" })
	void transientFailureIsToldAndTriedAgain(String point) throws InterruptedException {
		this.failures.failAt(point, FailureKind.TRANSIENT).failAt(point, FailureKind.TRANSIENT);
		FakeServer server = new FakeServer();
		ProvisioningResult result = apply(server, A, B);
		assertThat(this.told).isNotEmpty().containsOnly("fake server: failed at " + point);
		assertThat(result.attempts()).isEqualTo(1 + this.told.size());
		assertThat(server.resources()).containsExactlyInAnyOrder(A, B);
	}

	@Test
	void changesOfAllAttemptsAreReportedTogether() throws InterruptedException {
		this.failures.failAt("CREATE b", FailureKind.TRANSIENT);
		ProvisioningResult result = apply(new FakeServer(), A, B);
		assertThat(changed(result)).containsExactly("CREATE thing 'a'", "CREATE thing 'b'");
		assertThat(result.attempts()).isEqualTo(2);
	}

	@Test
	void resourceCreatedInEarlierAttemptIsNotReportedAsUnchanged() throws InterruptedException {
		this.failures.failAt("CREATE b", FailureKind.TRANSIENT);
		ProvisioningResult result = apply(new FakeServer(FakeResource.named("c")), A, B, FakeResource.named("c"));
		assertThat(result.steps()).extracting(Step::change).containsExactly(Change.CREATE, Change.CREATE, Change.NONE);
		assertThat(result.summary()).startsWith("2 to create, 0 to update, 1 unchanged, verified in ");
	}

	@Test
	void resourceThatIsGoneWhenReadBackIsCreatedAgain() throws InterruptedException {
		FakeServer server = new FakeServer();
		this.failures.doAt("reply to CREATE a", () -> server.lose("a"));
		ProvisioningResult result = apply(server, A);
		assertThat(this.told).containsExactly("thing 'a' (declared by bean 'a'): is not there when read back");
		assertThat(server.resources()).containsExactly(A);
		assertThat(changed(result)).containsExactly("CREATE thing 'a'");
	}

	@Test
	void permanentFailureEndsAtOnceWithEveryDiagnosis() {
		this.failures.failAt("CREATE a", FailureKind.TRANSIENT).failAt("CREATE b", FailureKind.PERMANENT);
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> apply(new FakeServer(), A, B))
			.satisfies((ex) -> assertThat(ex.getDiagnoses()).extracting(Diagnosis::cause)
				.containsExactly("failed at CREATE a", "failed at CREATE b"));
		assertThat(this.told).isEmpty();
		assertThat(this.failures.points()).containsOnlyOnce("open");
	}

	@Test
	void verifyCreatesNothingAndWaitsUntilSomebodyElseHas() throws InterruptedException {
		FakeServer server = new FakeServer();
		this.failures.doAt("close", () -> server.create(B)).doAt("close", () -> server.create(A));
		ProvisioningResult result = run(server, ProvisioningMode.VERIFY, A, B);
		assertThat(this.told).containsExactly("thing 'a' (declared by bean 'a'): is missing",
				"thing 'a' (declared by bean 'a'): is missing");
		assertThat(result.changes()).isEmpty();
		assertThat(this.failures.points())
			.containsExactlyElementsOf(Collections.nCopies(3, List.of("open", "inspect in mode VERIFY", "close"))
				.stream()
				.flatMap(List::stream)
				.toList());
	}

	@Test
	void verifyWaitsForUpdateOfSomebodyElse() throws InterruptedException {
		FakeServer server = new FakeServer(A.withSetting("off"));
		this.failures.doAt("close", () -> server.update(A));
		assertThat(run(server, ProvisioningMode.VERIFY, A).changes()).isEmpty();
		assertThat(this.told).containsExactly("thing 'a' (declared by bean 'a'): is not as declared");
	}

	@Test
	void verifyRefusesDriftAtOnce() {
		assertThatExceptionOfType(DiagnosedException.class)
			.isThrownBy(() -> run(new FakeServer(A.withShape("square")), ProvisioningMode.VERIFY, A));
		assertThat(this.told).isEmpty();
	}

	@Test
	void verifyDoesNotDeclareWhatCannotBeRead() throws InterruptedException {
		run(new FakeServer(), ProvisioningMode.VERIFY, HIDDEN);
		assertThat(this.failures.points()).containsExactly("open", "inspect in mode VERIFY", "close");
	}

	@ParameterizedTest
	@ValueSource(strings = { "inspect in mode APPLY", "CREATE a", "reply to CREATE a" })
	void sessionIsClosedAfterFailure(String point) {
		this.failures.failAt(point, FailureKind.PERMANENT);
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> apply(new FakeServer(), A));
		assertThat(this.failures.points()).endsWith("close");
	}

	@Test
	void everySessionIsClosed() throws InterruptedException {
		this.failures.failAt("inspect in mode APPLY", FailureKind.TRANSIENT)
			.failAt("CREATE a", FailureKind.TRANSIENT)
			.failAt("reply to CREATE a", FailureKind.BLOCKED);
		apply(new FakeServer(), A);
		assertThat(this.failures.points()).filteredOn("open"::equals).hasSize(4);
		assertThat(this.failures.points()).filteredOn("close"::equals).hasSize(4);
	}

	@Test
	void interruptEndsTheRun() {
		this.failures.doAt("CREATE a", Thread.currentThread()::interrupt)
			.failAt("reply to CREATE a", FailureKind.TRANSIENT);
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> apply(new FakeServer(), A))
			.withMessageContaining("fake");
		assertThat(this.failures.points()).containsOnlyOnce("open").endsWith("close");
	}

	@Test
	void resultOfLaterRunKeepsChangesOfTheEarlierOne() throws InterruptedException {
		FakeServer server = new FakeServer();
		ProvisioningResult earlier = apply(server, A, B);
		server.lose("b");
		ProvisioningResult both = apply(server, A, B).after(earlier);
		assertThat(changed(both)).containsExactly("CREATE thing 'a'", "CREATE thing 'b'", "CREATE thing 'b'");
		assertThat(both.attempts()).isEqualTo(2);
		assertThat(both.steps()).extracting(Step::change).containsExactly(Change.CREATE, Change.CREATE);
	}

	@Test
	void resultNamesBackEnd() throws InterruptedException {
		ProvisioningResult result = apply(new FakeServer(), A);
		assertThat(result.backEnd()).isEqualTo("fake");
		assertThat(result.took()).isPositive();
		assertThat(result.summary()).matches("1 to create, 0 to update, 0 unchanged, verified in \\d+ ms");
	}

	@Test
	void whatSomebodyElseCreatedMeanwhileIsNoChangeOfOurs() throws InterruptedException {
		FakeServer server = new FakeServer();
		this.failures.doAt("CREATE a", () -> server.create(A));
		assertThat(changed(apply(server, A, B))).containsExactly("CREATE thing 'b'");
	}

	@Test
	void whatSomebodyElseCreatedDifferentlyIsComparedAndRefused() {
		FakeServer server = new FakeServer();
		this.failures.doAt("CREATE a", () -> server.create(A.withShape("square")));
		assertThatExceptionOfType(DiagnosedException.class).isThrownBy(() -> apply(server, A))
			.satisfies((ex) -> assertThat(ex.getDiagnoses().get(0).evidence())
				.contains("shape: expected 'round', found 'square'"));
		assertThat(server.resources()).containsExactly(A.withShape("square"));
	}

	@Test
	void externalResourceIsAwaitedAndNeverCreated() throws InterruptedException {
		FakeServer server = new FakeServer();
		this.failures.doAt("close", () -> server.create(A));
		ProvisioningResult result = run(new FakeBackEnd(server, this.failures, List.of(A.external(), B.declared())),
				ProvisioningMode.APPLY);
		assertThat(this.told)
			.containsExactly("thing 'a' (declared by bean 'a'): is missing, and somebody else creates it");
		assertThat(changed(result)).containsExactly("CREATE thing 'b'");
		assertThat(this.failures.points()).doesNotContain("CREATE a");
	}

	@Test
	void externalResourceIsAwaitedWithoutTheRightToCreate() throws InterruptedException {
		FakeServer server = new FakeServer(B);
		this.failures.doAt("close", () -> server.create(A));
		run(new FakeBackEnd(server, this.failures, List.of(A.external(), B.declared())), ProvisioningMode.VERIFY);
		assertThat(this.told).hasSize(1);
	}

	@Test
	void driftThatIsToleratedIsLeftAloneAndTheRestIsApplied() throws InterruptedException {
		FakeServer server = new FakeServer(A.withShape("square"));
		ProvisioningResult result = run(new FakeBackEnd(server, this.failures, A, B).tolerantOfDrift(),
				ProvisioningMode.APPLY);
		assertThat(result.plan().steps(Change.DRIFT)).hasSize(1);
		assertThat(server.resources()).containsExactlyInAnyOrder(A.withShape("square"), B);
	}

	@Test
	void planIsMadeOnceAndChangesNothing() {
		FakeServer server = new FakeServer(A.withShape("square"));
		FakeBackEnd backEnd = new FakeBackEnd(server, this.failures, A, B);
		PlannedBackEnd planned = new Planning(backEnd).run(backEnd.resolveDesiredState());
		assertThat(planned.steps(Change.DRIFT, Change.CREATE)).hasSize(2);
		assertThat(planned.explanations()).containsOnlyKeys(A.id());
		assertThat(this.failures.points()).containsExactly("open", "inspect in mode PLAN", "close");
		assertThat(server.resources()).containsExactly(A.withShape("square"));
	}

	@Test
	void planThatCannotBeMadeSaysWhyAndIsNotTriedAgain() {
		this.failures.failAt("open", FailureKind.TRANSIENT);
		FakeBackEnd backEnd = new FakeBackEnd(new FakeServer(), this.failures, A);
		PlannedBackEnd planned = new Planning(backEnd).run(backEnd.resolveDesiredState());
		assertThat(planned.plan()).isNull();
		assertThat(planned.failures()).hasSize(1);
		assertThat(this.failures.points()).containsExactly("open");
	}

	@Test
	void nothingDeclaredIsPlannedWithoutAskingTheServer() {
		FakeBackEnd backEnd = new FakeBackEnd(new FakeServer(), this.failures);
		assertThat(new Planning(backEnd).run(backEnd.resolveDesiredState()).plan()).isEqualTo(new Plan(List.of()));
		assertThat(this.failures.points()).isEmpty();
	}

	private ProvisioningResult apply(FakeServer server, FakeResource... declared) throws InterruptedException {
		return run(server, ProvisioningMode.APPLY, declared);
	}

	private ProvisioningResult run(FakeServer server, ProvisioningMode mode, FakeResource... declared)
			throws InterruptedException {
		return run(new FakeBackEnd(server, this.failures, declared), mode);
	}

	private ProvisioningResult run(FakeBackEnd backEnd, ProvisioningMode mode) throws InterruptedException {
		Duration tiny = Duration.ofMillis(1);
		return new Provisioning(backEnd, mode, new PatientRetry(tiny, tiny, tiny)).run(backEnd.resolveDesiredState(),
				(diagnosis) -> this.told.add(diagnosis.summary()));
	}

	private static List<String> changed(ProvisioningResult result) {
		return result.changes().stream().map((step) -> step.change() + " " + step.id()).toList();
	}

}
