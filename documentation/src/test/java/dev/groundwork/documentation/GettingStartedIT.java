package dev.groundwork.documentation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import dev.groundwork.local.LocalElasticsearch;
import dev.groundwork.local.LocalInfrastructure;
import dev.groundwork.local.LocalRabbitMq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows the guide word for word: writes its files, and runs its commands one after the
 * other. Only the servers are those of the tests, on other ports.
 */
@Timeout(600)
class GettingStartedIT {

	@Test
	void serviceThatFollowsTheGuideWorksTheFirstTime(@TempDir Path folder) throws IOException, InterruptedException {
		List<CodeBlock> blocks = CodeBlock.of(Path.of("../docs/getting-started.md"));
		assertThat(blocks).hasSizeGreaterThan(10);
		try (LocalRabbitMq rabbitMq = LocalInfrastructure.rabbitMq();
				LocalElasticsearch elasticsearch = LocalInfrastructure.elasticsearch();
				Reader reader = new Reader(folder, freePort(), rabbitMq, elasticsearch)) {
			for (CodeBlock block : blocks) {
				reader.follow(block);
			}
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
