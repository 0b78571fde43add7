package dev.groundwork.sample.presence;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * What a client receives first: a message, or the code with which it is closed.
 */
class ReceivedMessages implements WebSocket.Listener {

	private final CompletableFuture<String> first = new CompletableFuture<>();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	CompletableFuture<String> first() {
		return this.first;
	}

	CompletableFuture<Integer> closed() {
		return this.closed;
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket connection, CharSequence text, boolean last) {
		this.first.complete(text.toString());
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket connection, int code, String reason) {
		this.closed.complete(code);
		return null;
	}

}
