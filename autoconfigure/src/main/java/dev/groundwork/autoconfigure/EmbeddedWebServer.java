package dev.groundwork.autoconfigure;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.groundwork.websocket.BoundServer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The embedded web server of the application, and whether it is bound.
 */
final class EmbeddedWebServer implements ApplicationListener<WebServerInitializedEvent> {

	private final CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();

	private final @Nullable InetAddress address;

	private final boolean secure;

	private volatile @Nullable InetSocketAddress latest;

	EmbeddedWebServer(@Nullable InetAddress address, boolean secure) {
		this.address = address;
		this.secure = secure;
	}

	static EmbeddedWebServer of(Environment environment) {
		Binder binder = Binder.get(environment);
		InetAddress address = binder.bind("server.address", InetAddress.class).orElse(null);
		boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, true)
				&& binder.bind("server.ssl", Bindable.mapOf(String.class, Object.class)).isBound();
		return new EmbeddedWebServer(address, secure);
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		boolean management = StringUtils.hasText(event.getApplicationContext().getServerNamespace());
		if (!management) {
			int port = event.getWebServer().getPort();
			InetSocketAddress now = (this.address != null) ? new InetSocketAddress(this.address, port)
					: new InetSocketAddress(port);
			this.latest = now;
			this.bound.complete(now);
		}
	}

	/**
	 * Return where the server is bound. That may be another port after the context was
	 * stopped and started.
	 * @return the address, or {@code null} while it is not bound
	 */
	@Nullable InetSocketAddress address() {
		return this.latest;
	}

	boolean isSecure() {
		return this.secure;
	}

	/**
	 * Return whether an endpoint is one of this server.
	 * @param server the endpoint
	 * @return whether it shares the port of this server
	 */
	boolean has(BoundServer server) {
		return server instanceof Endpoint endpoint && endpoint.bound() == this.bound;
	}

	BoundServer endpoint(String name, String path) {
		return new Endpoint(name, path, this.secure, this.bound);
	}

	/**
	 * A WebSocket endpoint of a server.
	 */
	record Endpoint(String name, String path, boolean secure,
			CompletableFuture<InetSocketAddress> bound) implements BoundServer {

		@Override
		public String getName() {
			return this.name;
		}

		@Override
		public String getPath() {
			return this.path;
		}

		@Override
		public boolean isSecure() {
			return this.secure;
		}

		@Override
		public CompletionStage<InetSocketAddress> getBoundAddress() {
			return this.bound;
		}

	}

}
