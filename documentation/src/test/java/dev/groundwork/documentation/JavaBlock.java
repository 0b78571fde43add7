package dev.groundwork.documentation;

import java.util.List;
import java.util.regex.Pattern;

import javax.tools.JavaFileObject;

import dev.groundwork.documentation.CodeBlocksTests.Source;

/**
 * A block of Java that leaves out its imports, and the application around it.
 *
 * @param text the block
 */
record JavaBlock(String text) {

	private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final )*(?:class|record|interface) ");

	private static final String IMPORTS = """
			import java.util.*;
			import java.util.function.*;
			import java.util.concurrent.*;
			import dev.groundwork.contract.*;
			import dev.groundwork.autoconfigure.*;
			import dev.groundwork.readiness.*;
			import dev.groundwork.startup.*;
			import dev.groundwork.websocket.*;
			import dev.groundwork.test.*;
			import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
			import io.netty.channel.ChannelFuture;
			import org.apache.hc.client5.http.config.RequestConfig;
			import org.apache.hc.core5.util.Timeout;
			import org.java_websocket.server.WebSocketServer;
			import org.junit.jupiter.api.Test;
			import org.springframework.boot.context.properties.ConfigurationProperties;
			import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
			import org.springframework.context.annotation.*;
			import org.springframework.context.event.EventListener;
			import org.springframework.stereotype.*;
			import reactor.netty.DisposableServer;
			""";

	private static final String APPLICATION = """
			class SearchApplication { }
			class Order { }
			class Invoice { }
			interface OrderRepository { }
			abstract class PresenceServer extends WebSocketServer { }
			interface MyServer {
				CompletionStage<java.net.InetSocketAddress> whenBound();
				CompletionStage<Void> whenEnded();
			}
			class Surroundings {
				final List<char[]> keys = new ArrayList<>();
			}
			""";

	static JavaBlock of(CodeBlock block) {
		return new JavaBlock(block.text());
	}

	List<JavaFileObject> sources() {
		String body = this.text.replace("{ … }", "{ throw new UnsupportedOperationException(); }");
		String types = TYPE.matcher(body).find() ? body : "class Block extends Surroundings {\n" + body + "}\n";
		return List.of(new Source("Block", IMPORTS + types + APPLICATION));
	}

}
