package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * {@link BoundServer} made of values.
 */
record SimpleBoundServer(String name, @Nullable String path, CompletionStage<InetSocketAddress> boundAddress,
		CompletionStage<?> termination) implements BoundServer {

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public @Nullable String getPath() {
		return this.path;
	}

	@Override
	public CompletionStage<InetSocketAddress> getBoundAddress() {
		return this.boundAddress;
	}

	@Override
	public CompletionStage<?> getTermination() {
		return this.termination;
	}

}
