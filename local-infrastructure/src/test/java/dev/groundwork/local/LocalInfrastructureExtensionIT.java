package dev.groundwork.local;

import java.util.LinkedHashSet;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link LocalInfrastructureExtension}.
 */
class LocalInfrastructureExtensionIT {

	private static final Set<LocalServer> seen = new LinkedHashSet<>();

	@BeforeEach
	void forget() {
		seen.clear();
	}

	@Test
	void testsOfAClassHaveTheSameServerWhichIsClosedAfterIt() {
		execute(OwnTestCase.class);
		assertThat(seen).hasSize(1).noneMatch(LocalServer::isRunning);
	}

	@Test
	void classesThatShareHaveTheSameServerWhichIsClosedAfterTheRun() {
		execute(FirstSharingTestCase.class, SecondSharingTestCase.class);
		assertThat(seen).hasSize(1).noneMatch(LocalServer::isRunning);
	}

	@Test
	void newServersAreNotStartedAndClosedAfterTheTest() {
		execute(NewServerTestCase.class);
		assertThat(seen).hasSize(2).noneMatch(LocalServer::isRunning);
	}

	private static void execute(Class<?>... testCases) {
		EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
		for (Class<?> testCase : testCases) {
			kit.selectors(DiscoverySelectors.selectClass(testCase));
		}
		EngineExecutionResults results = kit.execute();
		results.testEvents().assertStatistics((statistics) -> statistics.succeeded(2).failed(0));
	}

	static class OwnTestCase {

		@RegisterExtension
		static final LocalInfrastructureExtension infrastructure = new LocalInfrastructureExtension();

		@Test
		void first() {
			seen.add(infrastructure.elasticsearch());
			assertThat(infrastructure.elasticsearch().isRunning()).isTrue();
		}

		@Test
		void second() {
			seen.add(infrastructure.elasticsearch());
			assertThat(infrastructure.elasticsearch().isRunning()).isTrue();
		}

	}

	static class FirstSharingTestCase {

		@RegisterExtension
		static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

		@Test
		void usesServer() {
			seen.add(infrastructure.elasticsearch());
			assertThat(infrastructure.elasticsearch().isRunning()).isTrue();
		}

	}

	static class SecondSharingTestCase {

		@RegisterExtension
		static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

		@Test
		void usesServer() {
			assertThat(seen).allMatch(LocalServer::isRunning);
			seen.add(infrastructure.elasticsearch());
		}

	}

	static class NewServerTestCase {

		@RegisterExtension
		static final LocalInfrastructureExtension infrastructure = new LocalInfrastructureExtension();

		@Test
		void launches() {
			LocalElasticsearch server = infrastructure.newElasticsearch();
			assertThat(server.isRunning()).isFalse();
			server.launch();
			assertThat(seen).noneMatch(LocalServer::isRunning);
			seen.add(server);
		}

		@Test
		void launchesAnother() {
			launches();
		}

	}

}
