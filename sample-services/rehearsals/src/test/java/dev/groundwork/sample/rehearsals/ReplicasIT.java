package dev.groundwork.sample.rehearsals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.groundwork.sample.rehearsals.ServiceRun.Started;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many replicas of one service on empty infrastructure, and replicas that die.
 */
class ReplicasIT {

	private final List<ServiceProcess> replicas = new ArrayList<>();

	private final Infrastructure infrastructure = Infrastructure.create();

	@AfterEach
	void stop() {
		this.replicas.forEach(ServiceProcess::close);
		this.infrastructure.close();
	}

	@Test
	void tenReplicasThatStartAtOnceOnEmptyInfrastructureAreAllReady() {
		for (int i = 0; i < 10; i++) {
			startReplica();
		}
		this.replicas.forEach(ServiceProcess::awaitLive);
		this.infrastructure.start();
		this.replicas.forEach(ServiceProcess::awaitReady);
		assertThat(this.infrastructure.queues()).containsExactly("search.documents");
		assertThat(this.infrastructure.indexes()).containsExactlyInAnyOrder("documents", "search-queries");
		assertThat(this.replicas).allSatisfy((replica) -> assertThat(replica.log().lines())
			.noneMatch((line) -> line.contains(" ERROR ") || line.contains(" WARN ")));
	}

	@Test
	void replicaThatIsKilledBetweenBrokerAndSearchIsReadyAfterItsRestart() {
		ServiceProcess killed = startReplica();
		this.infrastructure.rabbitMq().start();
		killed.awaitLive();
		await().atMost(ServiceProcess.LONGEST_START)
			.until(() -> this.infrastructure.queues().contains("search.documents"));
		assertThat(killed.isReady()).isFalse();
		killed.kill();
		this.infrastructure.elasticsearch().start();
		startReplica().awaitReady();
	}

	@Test
	void replicaThatIsKilledWhileTheBrokerIsFrozenInTheMiddleOfProvisioningIsReadyAfterItsRestart() {
		this.infrastructure.start();
		ServiceProcess killed = startReplica();
		await().atMost(ServiceProcess.LONGEST_START)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> killed.log().contains("Tomcat started"));
		this.infrastructure.rabbitMq().freeze();
		this.infrastructure.elasticsearch().freeze();
		killed.kill();
		this.infrastructure.rabbitMq().resume();
		this.infrastructure.elasticsearch().resume();
		ServiceProcess restarted = startReplica();
		restarted.awaitReady();
		assertThat(this.infrastructure.queues()).containsExactly("search.documents");
	}

	@Test
	void twentyJobsAtOnceOfWhichFiveAreKilledLeaveEverythingOnce() {
		this.infrastructure.start();
		List<Started> jobs = new ArrayList<>();
		try {
			for (int i = 0; i < 20; i++) {
				jobs.add(startJob());
			}
			await().atMost(ServiceProcess.LONGEST_START)
				.pollInterval(Duration.ofMillis(50))
				.until(() -> !this.infrastructure.indexes().isEmpty());
			List<Started> killed = jobs.stream().filter((job) -> job.process().isAlive()).limit(5).toList();
			killed.forEach(Started::kill);
			killed.forEach((job) -> jobs.add(startJob()));
			assertThat(killed).isNotEmpty();
			jobs.removeAll(killed);
			assertThat(jobs).map(Started::await).allSatisfy((run) -> assertThat(run.exitCode()).as(run.log()).isZero());
		}
		finally {
			jobs.forEach(Started::close);
		}
		assertThat(this.infrastructure.queues()).containsExactly("search.documents");
		assertThat(this.infrastructure.indexes()).containsExactlyInAnyOrder("documents", "search-queries");
	}

	private Started startJob() {
		return ServiceRun.start("search", this.infrastructure.properties(), "--groundwork.exit=true");
	}

	private ServiceProcess startReplica() {
		ServiceProcess replica = ServiceProcess.start("search", this.infrastructure);
		this.replicas.add(replica);
		return replica;
	}

}
