package dev.groundwork.drills;

import java.time.Duration;

/**
 * The broker is late, and the search node later still.
 */
final class BrokerThenSearchLate implements Drill {

	@Override
	public String name() {
		return "broker-then-search-late";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "First pods start coming up, immediately crash");
	}

	@Override
	public String shows() {
		return "A service with a repository and a listener on an undeclared queue is started first; the broker follows, then the search node, 40 s late.";
	}

	@Override
	public String plain(Stage stage) {
		LateServers servers = stage.lateServers(LateServers::brokerThenSearchNode);
		LateStart service = new LateStart(stage, servers);
		Duration without = service.fail("without-any", "Connection refused");
		servers.awaitFirst(Half.PLAIN);
		Duration withBroker = service.fail("with-the-broker", "Connection refused");
		servers.awaitSecond(Half.PLAIN);
		Duration withBoth = service.fail("with-both", "Failed to declare queue");
		return "crash loop: exit code 1 after %s without a server, after %s with the broker, and after %s with both, because nobody declares the queue"
			.formatted(Seconds.of(without), Seconds.of(withBroker), Seconds.of(withBoth));
	}

	@Override
	public String groundwork(Stage stage) {
		LateServers servers = stage.lateServers(LateServers::brokerThenSearchNode);
		return new LateStart(stage, servers).live("rabbitmq", "elasticsearch");
	}

}
