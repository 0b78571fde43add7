package dev.groundwork.demonstration;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client of the presence service that listens.
 */
final class PresenceClient implements AutoCloseable {

	private final Messages messages;

	private final WebSocket socket;

	private PresenceClient(Messages messages, WebSocket socket) {
		this.messages = messages;
		this.socket = socket;
	}

	static PresenceClient connect(URI address) {
		Messages messages = new Messages();
		try {
			WebSocket socket = Http.client().newWebSocketBuilder().buildAsync(address, messages).join();
			return new PresenceClient(messages, socket);
		}
		catch (CompletionException ex) {
			throw new DemonstrationException("No WebSocket at %s: %s".formatted(address, ex.getCause()), ex);
		}
	}

	JsonNode awaitMessage(String documentId, Duration limit) {
		return Patience.await("a WebSocket message about the document", limit, () -> this.messages.about(documentId));
	}

	@Override
	public void close() {
		this.socket.abort();
	}

	private static final class Messages implements WebSocket.Listener {

		private final Queue<String> whole = new ConcurrentLinkedQueue<>();

		private final StringBuilder partial = new StringBuilder();

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.partial.append(data);
			if (last) {
				this.whole.add(this.partial.toString());
				this.partial.setLength(0);
			}
			socket.request(1);
			return null;
		}

		private Optional<JsonNode> about(String documentId) {
			return this.whole.stream()
				.map(Http::json)
				.filter((message) -> message.path("documentId").asString().equals(documentId))
				.findFirst();
		}

	}

}
