package dev.groundwork.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link RabbitMqBenchmark}: that it measures, not what.
 */
@Timeout(120)
class RabbitMqBenchmarkIT {

	@Test
	void measuresBothAndWritesTheResults(@TempDir Path folder) throws Exception {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		Benchmark benchmark = new RabbitMqBenchmark(List.of(10), List.of(0, 1), 1);
		boolean met = Main.run(List.of(benchmark), folder, new PrintStream(output, true, StandardCharsets.UTF_8));
		assertThat(met).isTrue();
		assertThat(output.toString(StandardCharsets.UTF_8)).contains("10 of each, 1 ms, again");
		assertThat(folder.resolve("rabbitmq.md")).content().contains("| 10 of each, 0 ms, first");
		assertThat(folder.resolve("rabbitmq.json")).content().contains("\"scenario\": \"10 of each, 1 ms, first\"");
	}

}
