package dev.groundwork.websocket;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NettyBoundServer} and {@link ReactorNettyBoundServer}, over real
 * sockets.
 */
@Timeout(30)
class NettyBoundServerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	@AfterEach
	void stop() {
		this.group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).awaitUninterruptibly(5000);
	}

	@Test
	void channelTellsItsPortAndItsEnd() {
		ChannelFuture bind = bootstrap().bind("127.0.0.1", 0);
		BoundServer server = NettyBoundServer.of("presence", "/ws", bind);
		assertThat(server.getBoundAddress().toCompletableFuture()).succeedsWithin(PATIENCE)
			.isEqualTo(bind.channel().localAddress());
		assertThat(server.getTermination().toCompletableFuture()).isNotDone();
		bind.channel().close();
		assertThat(server.getTermination().toCompletableFuture()).succeedsWithin(PATIENCE);
	}

	@Test
	void bindThatFailsIsTold() throws Exception {
		try (TinyServer holder = TinyServer.answering(101)) {
			BoundServer server = NettyBoundServer.of("presence", "/ws",
					bootstrap().bind("127.0.0.1", holder.address().getPort()));
			assertThat(server.getBoundAddress().toCompletableFuture()).failsWithin(PATIENCE)
				.withThrowableThat()
				.withMessageContaining("Address already in use");
		}
	}

	@Test
	void reactorServerIsGatedOnItsUpgradeAndTellsItsEnd() throws Exception {
		DisposableServer reactor = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.ws("/ws", (in, out) -> out.neverComplete()))
			.bindNow(PATIENCE);
		BoundServer server = ReactorNettyBoundServer.of("presence", "/ws", reactor);
		WebSocketGate gate = new WebSocketGate(server);
		gate.run((reason) -> {
		});
		assertThat(gate.watch().check()).isEmpty();
		reactor.disposeNow(PATIENCE);
		assertThat(server.getTermination().toCompletableFuture()).succeedsWithin(PATIENCE);
		assertThat(gate.watch().check()).isNotEmpty();
	}

	@Test
	void reactorServerThatIsNotBoundYetTellsItsPortThen() {
		BoundServer server = ReactorNettyBoundServer.of("presence", "/ws",
				HttpServer.create().host("127.0.0.1").port(0).bind());
		assertThat(server.getBoundAddress().toCompletableFuture()).succeedsWithin(PATIENCE)
			.extracting(InetSocketAddress::getPort)
			.isNotEqualTo(0);
	}

	private ServerBootstrap bootstrap() {
		return new ServerBootstrap().group(this.group)
			.channel(NioServerSocketChannel.class)
			.childHandler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel channel) {
				}

			});
	}

}
