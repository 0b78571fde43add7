package dev.groundwork.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.PatientRetry;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.FakeBackEnd.Disturbance;
import dev.groundwork.resource.Declaration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that any number of replicas may run {@link Provisioning} at once, fail and die
 * anywhere, and be started again.
 */
class ProvisioningInterleavingTests {

	private static final FakeResource[] DECLARED = { FakeResource.named("exchange"), FakeResource.named("queue"),
			FakeResource.named("index").withSetting("5s"), FakeResource.named("binding").unreadable() };

	private static final PatientRetry RETRY = new PatientRetry(Duration.ofMillis(1), Duration.ofMillis(1),
			Duration.ofMillis(1));

	@Property(tries = 150)
	void replicasEndWithEachResourceOnceOnEmptyServer(@ForAll @IntRange(min = 2, max = 5) int replicas,
			@ForAll @Size(max = 80) List<@IntRange(max = 49) Integer> decisions) throws InterruptedException {
		FakeServer server = new FakeServer();
		List<ProvisioningResult> results = provision(server, replicas, decisions);
		assertThat(server.resources()).containsExactlyInAnyOrder(DECLARED);
		assertThat(server.creations().values()).hasSize(DECLARED.length).containsOnly(1);
		assertThat(results).hasSize(replicas);
	}

	@Property(tries = 100)
	void replicasBringOutdatedServerUpToDate(@ForAll @IntRange(min = 2, max = 5) int replicas,
			@ForAll @Size(max = 80) List<@IntRange(max = 49) Integer> decisions) throws InterruptedException {
		FakeServer server = new FakeServer(DECLARED[0], DECLARED[2].withSetting("1s"));
		List<ProvisioningResult> results = provision(server, replicas, decisions);
		assertThat(server.resources()).containsExactlyInAnyOrder(DECLARED);
		assertThat(server.creations()).containsOnlyKeys("queue", "binding");
		assertThat(results).hasSize(replicas);
	}

	@Property(tries = 50)
	void nothingChangesOnServerThatIsUpToDate(@ForAll @IntRange(min = 2, max = 5) int replicas,
			@ForAll @Size(max = 40) List<@IntRange(max = 49) Integer> decisions) throws InterruptedException {
		FakeServer server = new FakeServer(DECLARED);
		List<ProvisioningResult> results = provision(server, replicas, decisions);
		assertThat(server.creations()).isEmpty();
		assertThat(results).hasSize(replicas).allSatisfy((result) -> {
			assertThat(result.changes()).isEmpty();
			assertThat(result.plan().isSatisfied()).isTrue();
		});
	}

	@Property(tries = 100)
	void plansChangeNothingWhateverTheReplicasDo(@ForAll @IntRange(min = 1, max = 4) int replicas,
			@ForAll @Size(max = 80) List<@IntRange(max = 49) Integer> decisions) throws InterruptedException {
		FakeServer server = new FakeServer(DECLARED[0], DECLARED[2].withSetting("1s"));
		Set<Change> planned = ConcurrentHashMap.newKeySet();
		new Interleaving(decisions).run(replicas + 1, (number, disturbance) -> {
			if (number == 0) {
				planned.addAll(planUntilAlive(server, disturbance));
			}
			else {
				startUntilAlive(server, disturbance);
			}
		});
		assertThat(server.resources()).containsExactlyInAnyOrder(DECLARED);
		assertThat(server.creations().values()).containsOnly(1);
		assertThat(planned).doesNotContain(Change.DRIFT, Change.AWAIT);
	}

	@Property(tries = 100)
	void whatDriftedIsNeverChangedAndEveryReplicaRefuses(@ForAll @IntRange(min = 2, max = 5) int replicas,
			@ForAll @Size(max = 80) List<@IntRange(max = 49) Integer> decisions) throws InterruptedException {
		FakeResource drifted = DECLARED[1].withShape("square");
		FakeServer server = new FakeServer(drifted);
		AtomicInteger refusals = new AtomicInteger();
		new Interleaving(decisions).run(replicas, (number, disturbance) -> {
			try {
				startUntilAlive(server, disturbance);
			}
			catch (DiagnosedException ex) {
				refusals.incrementAndGet();
			}
		});
		assertThat(server.resources()).containsExactly(drifted);
		assertThat(refusals).hasValue(replicas);
	}

	@Property(tries = 100)
	void whatSomebodyElseCreatesIsAwaitedAndNeverCreated(@ForAll @IntRange(min = 1, max = 4) int replicas,
			@ForAll @Size(max = 80) List<@IntRange(max = 49) Integer> decisions) throws InterruptedException {
		FakeServer server = new FakeServer();
		List<Declaration> declarations = List.of(DECLARED[0].external(), DECLARED[1].declared(),
				DECLARED[3].declared());
		AtomicInteger ready = new AtomicInteger();
		new Interleaving(decisions).run(replicas + 1, (number, disturbance) -> {
			if (number == 0) {
				startUntilAlive(() -> new FakeBackEnd(server, disturbance, DECLARED[0]));
			}
			else {
				startUntilAlive(() -> new FakeBackEnd(server, disturbance, declarations));
				assertThat(server.resources()).contains(DECLARED[0]);
				ready.incrementAndGet();
			}
		});
		assertThat(server.resources()).containsExactlyInAnyOrder(DECLARED[0], DECLARED[1], DECLARED[3]);
		assertThat(server.creations().values()).containsOnly(1);
		assertThat(ready).hasValue(replicas);
	}

	@Property(tries = 100)
	void whatWasCreatedIsCountedByExactlyOneReplica(@ForAll @IntRange(min = 2, max = 5) int replicas,
			@ForAll @Size(max = 80) List<@IntRange(max = 6) Integer> order) throws InterruptedException {
		List<Integer> withoutFailures = order.stream().map((decision) -> decision * 10).toList();
		FakeServer server = new FakeServer();
		List<ProvisioningResult> results = provision(server, replicas, withoutFailures);
		assertThat(results.stream().flatMap((result) -> result.changes().stream()).map(Step::id))
			.doesNotHaveDuplicates();
	}

	private static Set<Change> planUntilAlive(FakeServer server, Disturbance disturbance) {
		while (true) {
			FakeBackEnd backEnd = new FakeBackEnd(server, disturbance, DECLARED);
			try {
				PlannedBackEnd planned = new Planning(backEnd).run(backEnd.resolveDesiredState());
				return planned.steps(Change.values()).stream().map(Step::change).collect(Collectors.toSet());
			}
			catch (Interleaving.Death ex) {
				// started again
			}
		}
	}

	private static List<ProvisioningResult> provision(FakeServer server, int replicas, List<Integer> decisions)
			throws InterruptedException {
		List<ProvisioningResult> results = Collections.synchronizedList(new ArrayList<>());
		new Interleaving(decisions).run(replicas,
				(number, disturbance) -> results.add(startUntilAlive(server, disturbance)));
		return results;
	}

	private static ProvisioningResult startUntilAlive(FakeServer server, Disturbance disturbance)
			throws InterruptedException {
		return startUntilAlive(() -> new FakeBackEnd(server, disturbance, DECLARED));
	}

	private static ProvisioningResult startUntilAlive(Supplier<FakeBackEnd> replica) throws InterruptedException {
		while (true) {
			FakeBackEnd backEnd = replica.get();
			try {
				return new Provisioning(backEnd, ProvisioningMode.APPLY, RETRY).run(backEnd.resolveDesiredState(),
						(diagnosis) -> {
						});
			}
			catch (DiagnosedException ex) {
				if (!(ex.getCause() instanceof Interleaving.Death)) {
					throw ex;
				}
			}
		}
	}

}
