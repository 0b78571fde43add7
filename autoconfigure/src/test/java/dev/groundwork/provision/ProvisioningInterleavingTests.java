package dev.groundwork.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.PatientRetry;
import dev.groundwork.provision.FakeBackEnd.Disturbance;
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

	private static List<ProvisioningResult> provision(FakeServer server, int replicas, List<Integer> decisions)
			throws InterruptedException {
		List<ProvisioningResult> results = Collections.synchronizedList(new ArrayList<>());
		new Interleaving(decisions).run(replicas, (disturbance) -> results.add(startUntilAlive(server, disturbance)));
		return results;
	}

	private static ProvisioningResult startUntilAlive(FakeServer server, Disturbance disturbance)
			throws InterruptedException {
		while (true) {
			FakeBackEnd backEnd = new FakeBackEnd(server, disturbance, DECLARED);
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
