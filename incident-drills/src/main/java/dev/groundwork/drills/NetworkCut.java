package dev.groundwork.drills;

import dev.groundwork.test.FaultProxy;

/**
 * A network between service and broker that is cut under load.
 */
final class NetworkCut implements Drill {

	@Override
	public String name() {
		return "network-cut";
	}

	@Override
	public Quote quote() {
		return new Quote("003", "Causes connection failures when network changes");
	}

	@Override
	public String shows() {
		return "A TCP proxy before the broker cuts every connection and refuses others for 30 s, under the same load.";
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
		VirtualHost host = stage.virtualHost();
		FaultProxy proxy = FaultProxy.to("127.0.0.1", host.broker().getPort());
		stage.closing(proxy, proxy::close);
		return new Outage(stage, host.properties(proxy.getPort()), proxy::refuse, proxy::restore);
	}

}
