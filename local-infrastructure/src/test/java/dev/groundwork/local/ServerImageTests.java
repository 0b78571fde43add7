package dev.groundwork.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerImage}.
 */
class ServerImageTests {

	@Test
	void elasticsearchImageAndJarsHaveTheSameVersion() throws IOException {
		assertThat(Files.readString(Path.of("elasticsearch/pom.xml")))
			.contains("<elasticsearch.version>%s<".formatted(ServerImage.ELASTICSEARCH.version()));
	}

	@Test
	void serverNameEndsWithThePort() {
		assertThat(ServerImage.RABBITMQ.serverName(5672)).isEqualTo("rabbitmq-5672");
	}

}
