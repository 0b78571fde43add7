package dev.groundwork.drills;

import dev.groundwork.local.LocalRabbitMq;

/**
 * A broker that is killed under load, and comes back with its data.
 */
final class BrokerKilled implements Drill {

	@Override
	public String name() {
		return "broker-killed";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "no document change events processed");
	}

	@Override
	public String shows() {
		return "The broker is killed for 30 s while a document is stored every 100 ms; afterwards the documents are compared with the events that were heard of.";
	}

	@Override
	public String plain(Stage stage) {
		return outage(stage).happenToDirectPublisher();
	}

	@Override
	public String groundwork(Stage stage) {
		return outage(stage).happenToOutbox();
	}

	private static Outage outage(Stage stage) {
		LocalRabbitMq rabbitMq = stage.ownRabbitMq();
		return new Outage(stage, stage.virtualHost(rabbitMq).properties(), rabbitMq::kill, rabbitMq::start);
	}

}
