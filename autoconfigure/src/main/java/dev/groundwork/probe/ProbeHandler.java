package dev.groundwork.probe;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * Answers a probe with what is known at the moment.
 */
final class ProbeHandler implements HttpHandler {

	private static final Map<String, Predicate<ProbeStatus>> PROBES = Map.of("/livez", ProbeStatus::isLive, "/readyz",
			ProbeStatus::isReady, "/startupz", ProbeStatus::started);

	private final Supplier<ProbeStatus> status;

	ProbeHandler(Supplier<ProbeStatus> status) {
		this.status = status;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			Predicate<ProbeStatus> probe = PROBES.get(exchange.getRequestURI().getPath());
			boolean head = exchange.getRequestMethod().equals("HEAD");
			if (probe == null) {
				exchange.sendResponseHeaders(404, -1);
			}
			else if (!head && !exchange.getRequestMethod().equals("GET")) {
				exchange.getResponseHeaders().set("Allow", "GET, HEAD");
				exchange.sendResponseHeaders(405, -1);
			}
			else {
				answer(exchange, probe, head);
			}
		}
	}

	private void answer(HttpExchange exchange, Predicate<ProbeStatus> probe, boolean head) throws IOException {
		ProbeStatus current = this.status.get();
		byte[] json = ProbeJson.of(current);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(probe.test(current) ? 200 : 503, head ? -1 : json.length);
		if (!head) {
			exchange.getResponseBody().write(json);
		}
	}

}
