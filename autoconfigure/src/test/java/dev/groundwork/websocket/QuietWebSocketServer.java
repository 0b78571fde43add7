package dev.groundwork.websocket;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Server made with Java-WebSocket that knows nothing of Groundwork.
 */
class QuietWebSocketServer extends WebSocketServer {

	final AtomicInteger sessions = new AtomicInteger();

	QuietWebSocketServer(int port) {
		super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
		setReuseAddr(true);
	}

	@Override
	public void onStart() {
	}

	@Override
	public void onOpen(WebSocket connection, ClientHandshake handshake) {
		this.sessions.incrementAndGet();
	}

	@Override
	public void onMessage(WebSocket connection, String text) {
	}

	@Override
	public void onClose(WebSocket connection, int code, String reason, boolean remote) {
		this.sessions.incrementAndGet();
	}

	@Override
	public void onError(WebSocket connection, Exception ex) {
	}

}
