package dev.groundwork.drills;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The search node is late, and the broker later still.
 */
final class SearchThenBrokerLate implements Drill {

	@Override
	public String name() {
		return "search-then-broker-late";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "Health checks should verify all async initialization complete");
	}

	@Override
	public String shows() {
		return "The same service; the search node follows, then the broker, 40 s late.";
	}

	@Override
	public String plain(Stage stage) {
		LateServers servers = stage.lateServers(LateServers::searchNodeThenBroker);
		LateStart service = new LateStart(stage, servers);
		Duration without = service.fail("without-any", "Connection refused");
		servers.awaitFirst(Half.PLAIN);
		Application indexer = service.start("with-the-search-node");
		Duration ready = indexer.awaitReady(Application.LONGEST_START);
		stage.tell("UP after %s without the broker".formatted(Seconds.of(ready)));
		servers.awaitSecond(Half.PLAIN);
		indexer.await("giving up its listener", Application.LONGEST_START,
				() -> indexer.log().contains("Stopping container from aborted consumer"));
		assertThat(indexer.isReady()).isTrue();
		return "exit code 1 after %s without a server; with the search node UP after %s, without a broker; when the broker is there the listener gives up, and readiness stays UP"
			.formatted(Seconds.of(without), Seconds.of(ready));
	}

	@Override
	public String groundwork(Stage stage) {
		LateServers servers = stage.lateServers(LateServers::searchNodeThenBroker);
		return new LateStart(stage, servers).live("elasticsearch", "rabbitmq");
	}

}
