package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of starts that do not get any further, each in a JVM of its own.
 */
@Timeout(180)
class StuckStartIT {

	private static final Duration LONGEST_START = Duration.ofSeconds(60);

	private static final Log logger = LogFactory.getLog(StuckStartIT.class);

	private static final int WORKERS = 250;

	private static final int PROBES = 1000;

	/**
	 * Ten times the aim, because the machine is shared.
	 */
	private static final long SLOWEST_MICROS = 100_000;

	@ParameterizedTest
	@CsvSource({ "sleep, sleeper, WAITING on java.util.concurrent.CountDownLatch", "socket, reader, RUNNABLE",
			"monitor, contender, held by 'holder'", "busy, spinner, RUNNABLE",
			"swallow, stubborn, WAITING on java.util.concurrent.CountDownLatch" })
	void startThatIsStuckEndsAtTheDeadline(String profile, String bean, String state) throws InterruptedException {
		try (StuckProcess process = StuckProcess.start(profile, "--groundwork.startup.deadline=4s",
				"--groundwork.startup.on-deadline=fail")) {
			assertThat(process.awaitExit()).isEqualTo(1);
			assertThat(process.log()).containsOnlyOnce("The groundwork cannot be laid:")
				.contains("APPLICATION FAILED TO START")
				.contains("Bean '%s'".formatted(bean))
				.contains("not created on thread 'main', no progress for 4 s")
				.contains("50 % of its deadline", "90 % of its deadline")
				.contains(state)
				.contains("StuckApplication.lambda$" + bean);
		}
	}

	@Test
	void startThatFailsEndsTheJvmAlthoughTheProbeServerAnswers() throws InterruptedException {
		try (StuckProcess process = StuckProcess.start("refuse")) {
			assertThat(process.awaitExit()).isEqualTo(1);
			assertThat(process.log()).contains("This bean refuses to be created");
		}
	}

	@Test
	void blockedBeanIsToldBeforeThereIsAnyWebServer() {
		try (StuckProcess process = StuckProcess.start("sleep")) {
			await().atMost(LONGEST_START)
				.untilAsserted(() -> assertThat(process.body("/readyz")).contains("\"status\":\"STARTING\"")
					.contains("\"kind\":\"bean\",\"name\":\"sleeper\"")
					.contains("\"thread\":\"main\"")
					.containsPattern("\"since\":\"20[^\"]+\",\"seconds\":[0-9.]+"));
			assertThat(process.status("/livez")).isEqualTo(200);
			assertThat(process.status("/readyz")).isEqualTo(503);
			assertThat(process.status("/startupz")).isEqualTo(503);
		}
	}

	@Test
	void circleIsPrintedAsPathAndToldByProbes() {
		try (StuckProcess process = StuckProcess.start("circle")) {
			await().atMost(LONGEST_START)
				.untilAsserted(() -> assertThat(process.log())
					.contains("Probably waiting for each other: cache → redis → pool → cache")
					.contains("Thread 'main'", "Thread 'loader'"));
			assertThat(process.body("/readyz")).contains("cache → redis → pool → cache");
			assertThat(process.isAlive()).isTrue();
		}
	}

	@Test
	void deadlockEndsTheStartBeforeTheDeadline() throws InterruptedException {
		try (StuckProcess process = StuckProcess.start("monitors", "--groundwork.startup.on-deadline=fail")) {
			assertThat(process.awaitExit()).isEqualTo(1);
			assertThat(process.log()).containsOnlyOnce("APPLICATION FAILED TO START")
				.contains("orders → accountant → orders")
				.contains("Thread 'main' (BLOCKED on java.lang.Object",
						"Thread 'accountant' (BLOCKED on java.lang.Object");
		}
	}

	@Test
	void probesAreAnsweredWhileEveryWorkerOfTheWebServerIsBusy() throws IOException {
		int port = FreePort.find();
		List<Socket> clients = new ArrayList<>();
		try (StuckProcess process = StuckProcess.start("workers", "--server.port=" + port)) {
			await().atMost(LONGEST_START).until(() -> process.status("/livez") == 200);
			Duration first = process.sinceStart();
			await().atMost(LONGEST_START).until(() -> accepts(port));
			Duration accepted = process.sinceStart();
			assertThat(first).isLessThan(accepted);
			await().atMost(LONGEST_START).until(() -> process.status("/readyz") == 200);
			for (int probe = 0; probe < PROBES; probe++) {
				process.status("/readyz");
			}
			for (int client = 0; client < WORKERS; client++) {
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
				socket.getOutputStream()
					.write("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				clients.add(socket);
			}
			long[] micros = new long[PROBES];
			for (int probe = 0; probe < PROBES; probe++) {
				long begin = System.nanoTime();
				assertThat(process.status("/readyz")).isEqualTo(200);
				micros[probe] = Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1000;
			}
			Arrays.sort(micros);
			logger.info("First probe answered after %d ms, first connection of the web server after %d ms; "
				.formatted(first.toMillis(), accepted.toMillis())
					+ "p50 %d µs, p99 %d µs".formatted(micros[PROBES / 2], micros[PROBES * 99 / 100]));
			assertThat(micros[PROBES * 99 / 100]).isLessThan(SLOWEST_MICROS);
		}
		finally {
			for (Socket client : clients) {
				client.close();
			}
		}
	}

	private static boolean accepts(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Test
	void gateThatIsNeverOpenedEndsTheApplicationAtTheDeadline() throws InterruptedException {
		try (StuckProcess process = StuckProcess.start("gate", "--groundwork.startup.deadline=3s",
				"--groundwork.startup.on-deadline=fail")) {
			assertThat(process.awaitExit()).isEqualTo(1);
			assertThat(process.log()).contains("Readiness, which waits for 'never-opened'")
				.containsOnlyOnce("APPLICATION FAILED TO START");
		}
	}

}
