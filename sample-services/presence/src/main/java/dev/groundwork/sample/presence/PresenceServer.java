package dev.groundwork.sample.presence;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.groundwork.websocket.BoundServer;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * The WebSocket server, on a port of its own. It binds on a thread of its own too, after
 * {@link #start()} has returned, so it tells Groundwork when that is done.
 */
class PresenceServer extends WebSocketServer implements BoundServer {

	private static final Logger logger = LoggerFactory.getLogger(PresenceServer.class);

	private static final int MAX_MESSAGE_BYTES = 4096;

	private static final int STOP_TIMEOUT_MILLIS = 2000;

	private final CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();

	private final JsonMapper mapper;

	PresenceServer(InetSocketAddress address, JsonMapper mapper) {
		super(address, List.of(new Draft_6455(List.of(), List.of(new Protocol("")), MAX_MESSAGE_BYTES)));
		this.mapper = mapper;
		setReuseAddr(true);
	}

	@Override
	public String getName() {
		return "presence";
	}

	@Override
	public String getPath() {
		return "/ws";
	}

	@Override
	public CompletionStage<InetSocketAddress> getBoundAddress() {
		return this.bound;
	}

	void tell(Object update) {
		broadcast(this.mapper.writeValueAsString(update));
	}

	void close() throws InterruptedException {
		stop(STOP_TIMEOUT_MILLIS, "The server is going away");
	}

	@Override
	public void onStart() {
		this.bound.complete(new InetSocketAddress(getAddress().getAddress(), getPort()));
	}

	@Override
	public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(WebSocket connection, Draft draft,
			ClientHandshake request) throws InvalidDataException {
		String path = request.getResourceDescriptor().split("\\?", 2)[0];
		if (!path.equals(getPath())) {
			throw new InvalidDataException(CloseFrame.REFUSE, "Nothing at this path");
		}
		return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
	}

	@Override
	public void onOpen(WebSocket connection, ClientHandshake handshake) {
		logger.debug("{} connected", connection.getRemoteSocketAddress());
	}

	@Override
	public void onMessage(WebSocket connection, String text) {
		try {
			EditingMessage message = this.mapper.readValue(text, EditingMessage.class);
			Assert.notNull(message, "JSON 'null' is no message");
			tell(PresenceUpdate.of(message));
		}
		catch (JacksonException | IllegalArgumentException ex) {
			connection.close(CloseFrame.POLICY_VALIDATION,
					"Expected {\"editing\": \"<document>\", \"user\": \"<name>\"}");
		}
	}

	@Override
	public void onClose(WebSocket connection, int code, String reason, boolean remote) {
		logger.debug("{} closed with {}", connection.getRemoteSocketAddress(), code);
	}

	@Override
	public void onError(@Nullable WebSocket connection, Exception ex) {
		if (connection == null) {
			this.bound.completeExceptionally(ex);
			return;
		}
		logger.warn("Connection of {} failed", connection.getRemoteSocketAddress(), ex);
	}

}
