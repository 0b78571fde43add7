package dev.groundwork.drills.application.websocket;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * WebSocket server on a port of its own.
 */
class PresenceServer extends WebSocketServer {

	PresenceServer(int port) {
		super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
	}

	@Override
	public void onStart() {
	}

	@Override
	public void onOpen(WebSocket connection, ClientHandshake handshake) {
	}

	@Override
	public void onMessage(WebSocket connection, String message) {
		broadcast(message);
	}

	@Override
	public void onClose(WebSocket connection, int code, String reason, boolean remote) {
	}

	@Override
	public void onError(@Nullable WebSocket connection, Exception ex) {
	}

}
