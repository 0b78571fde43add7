package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@link BoundServer} made of values.
 */
record TestServer(String path, boolean secure, CompletableFuture<InetSocketAddress> bound) implements BoundServer {

	static TestServer at(InetSocketAddress address) {
		return binding(CompletableFuture.completedFuture(address));
	}

	static TestServer binding(CompletableFuture<InetSocketAddress> bound) {
		return new TestServer("/ws", false, bound);
	}

	TestServer withTls() {
		return new TestServer(this.path, true, this.bound);
	}

	@Override
	public String getName() {
		return "presence";
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
