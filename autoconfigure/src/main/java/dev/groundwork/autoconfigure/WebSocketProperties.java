package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the WebSocket gates.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(prefix = "groundwork.websocket", ignoreUnknownFields = false)
public class WebSocketProperties {

	/**
	 * Whether to wait for WebSocket servers.
	 */
	private boolean enabled = true;

	/**
	 * WebSocket endpoints that must answer an upgrade, beside those that are found.
	 */
	private final List<Endpoint> endpoints = new ArrayList<>();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public List<Endpoint> getEndpoints() {
		return this.endpoints;
	}

	/**
	 * A WebSocket endpoint.
	 */
	public static class Endpoint {

		/**
		 * Name of the endpoint.
		 */
		private @Nullable String name;

		/**
		 * Path of the endpoint, with the context path.
		 */
		private String path = "/";

		/**
		 * Port of the endpoint on this host. Defaults to the port of the embedded web
		 * server.
		 */
		private @Nullable Integer port;

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public String getPath() {
			return this.path;
		}

		public void setPath(String path) {
			this.path = path;
		}

		public @Nullable Integer getPort() {
			return this.port;
		}

		public void setPort(@Nullable Integer port) {
			this.port = port;
		}

	}

}
