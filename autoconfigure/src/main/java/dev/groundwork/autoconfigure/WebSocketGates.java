package dev.groundwork.autoconfigure;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.groundwork.autoconfigure.EmbeddedWebServer.Endpoint;
import dev.groundwork.readiness.DependencyCheck;
import dev.groundwork.websocket.BoundServer;
import dev.groundwork.websocket.WebSocketGate;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * One gate for each WebSocket server: those that tell when they are bound, those that are
 * configured and those that are found. Once its gate has opened, each that has a port of
 * its own is a dependency; the web server is one by itself.
 */
final class WebSocketGates implements StartupTaskContributor, DependencyContributor {

	private final Supplier<List<BoundServer>> servers;

	private final List<WebSocketProperties.Endpoint> configured;

	private final Supplier<List<String>> foundPaths;

	private final @Nullable EmbeddedWebServer webServer;

	private @Nullable List<WebSocketGate> gates;

	private List<WebSocketGate> ownPorts = List.of();

	WebSocketGates(Supplier<List<BoundServer>> servers, List<WebSocketProperties.Endpoint> configured,
			Supplier<List<String>> foundPaths, @Nullable EmbeddedWebServer webServer) {
		this.servers = servers;
		this.configured = configured;
		this.foundPaths = foundPaths;
		this.webServer = webServer;
	}

	@Override
	public synchronized List<WebSocketGate> tasks() {
		List<WebSocketGate> known = this.gates;
		if (known == null) {
			List<BoundServer> all = new ArrayList<>(this.servers.get());
			all.addAll(endpoints().values());
			known = all.stream().map(WebSocketGate::new).toList();
			this.ownPorts = IntStream.range(0, all.size())
				.filter((index) -> this.webServer == null || !this.webServer.has(all.get(index)))
				.mapToObj(known::get)
				.toList();
			this.gates = known;
		}
		return known;
	}

	@Override
	public synchronized List<DependencyCheck> checks() {
		tasks();
		return this.ownPorts.stream().<DependencyCheck>map((gate) -> new WebSocketServerCheck(gate.watch())).toList();
	}

	private Map<String, BoundServer> endpoints() {
		Map<String, BoundServer> endpoints = new LinkedHashMap<>();
		for (WebSocketProperties.Endpoint endpoint : this.configured) {
			String name = (endpoint.getName() != null) ? endpoint.getName() : nameOf(endpoint.getPath());
			String key = (endpoint.getPort() != null) ? endpoint.getPort() + endpoint.getPath() : endpoint.getPath();
			BoundServer server = server(name, endpoint);
			if (server != null) {
				endpoints.put(key, server);
			}
		}
		if (this.webServer != null) {
			this.foundPaths.get()
				.forEach((path) -> endpoints.computeIfAbsent(path,
						(key) -> this.webServer.endpoint(nameOf(path), path)));
		}
		return endpoints;
	}

	private @Nullable BoundServer server(String name, WebSocketProperties.Endpoint endpoint) {
		if (endpoint.getPort() == null) {
			return (this.webServer != null) ? this.webServer.endpoint(name, endpoint.getPath()) : null;
		}
		InetSocketAddress address = new InetSocketAddress(endpoint.getPort());
		return new Endpoint(name, endpoint.getPath(), false, CompletableFuture.completedFuture(address));
	}

	private static String nameOf(String path) {
		return StringUtils.trimLeadingCharacter(path, '/').replace('/', '-');
	}

}
