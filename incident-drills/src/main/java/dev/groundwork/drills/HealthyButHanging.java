package dev.groundwork.drills;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.groundwork.drills.application.hanging.BackendApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A backend whose request threads all wait for something that never comes.
 */
final class HealthyButHanging implements Drill {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Duration WATCH = Duration.ofSeconds(20);

	private static final Duration LIVENESS_AFTER = Duration.ofSeconds(5);

	private static final int THREADS = 10;

	@Override
	public String name() {
		return "healthy-but-hanging";
	}

	@Override
	public Quote quote() {
		return new Quote("003",
				"Despite the container showing \"healthy\" status and logs indicating \"Backend initialized successfully\", all API endpoints timeout infinitely.");
	}

	@Override
	public String shows() {
		return "All %d request threads of a service hang, and its probes are asked on a management port of their own."
			.formatted(THREADS);
	}

	@Override
	public String plain(Stage stage) {
		Backend backend = Backend.start(stage);
		Application application = backend.application();
		backend.hang(stage);
		application.await("hanging", Application.LONGEST_START, backend::isHanging);
		Duration begin = application.sinceStart();
		int probes = 0;
		while (application.sinceStart().minus(begin).compareTo(WATCH) < 0) {
			assertThat(backend.readiness().isOk()).isTrue();
			assertThat(backend.liveness().isOk()).isTrue();
			assertThat(backend.isHanging()).isTrue();
			probes++;
		}
		Duration watched = application.sinceStart().minus(begin);
		return "no endpoint answers any more within %s; readiness and liveness are UP each of the %d times they are asked in %s"
			.formatted(Seconds.of(PATIENCE), probes, Seconds.of(watched));
	}

	@Override
	public String groundwork(Stage stage) {
		Backend backend = Backend.start(stage);
		Application application = backend.application();
		backend.hang(stage);
		Duration begin = application.sinceStart();
		Duration unready = application
			.await("unready", Application.LONGEST_START, () -> backend.readiness().status() == 503)
			.minus(begin);
		assertThat(backend.readiness().body()).contains("web-server");
		assertThat(backend.liveness().isOk()).isTrue();
		Duration dead = application
			.await("not live", Application.LONGEST_START, () -> backend.liveness().status() == 503)
			.minus(begin);
		assertThat(backend.isHanging()).isTrue();
		return "readiness is 503 %s after the requests that take all threads, and names the web server; liveness, set to fail %s later, is 503 after %s"
			.formatted(Seconds.of(unready), Seconds.of(LIVENESS_AFTER), Seconds.of(dead));
	}

	/**
	 * The service, with the port of its probes.
	 *
	 * @param application the service
	 * @param managementPort the port of its probes
	 */
	private record Backend(Application application, int managementPort) {

		static Backend start(Stage stage) {
			int managementPort = Http.freePort();
			Application application = stage.application(BackendApplication.class)
				.property("server.tomcat.threads.max", THREADS)
				.property("management.server.port", managementPort)
				.property("management.server.address", "127.0.0.1")
				.groundwork("readiness.web-server.liveness", true)
				.groundwork("readiness.web-server.liveness-after", LIVENESS_AFTER.toSeconds() + "s")
				.start();
			Backend backend = new Backend(application, managementPort);
			application.await("ready", Application.LONGEST_START, () -> backend.readiness().isOk());
			assertThat(application.log()).contains("Backend initialized successfully");
			assertThat(backend.isHanging()).isFalse();
			return backend;
		}

		/**
		 * Send requests that take all threads.
		 * @param stage keeps the clients waiting until its end
		 */
		void hang(Stage stage) {
			ExecutorService clients = Executors.newFixedThreadPool(THREADS);
			stage.closing(clients, clients::shutdownNow);
			for (int thread = 0; thread < THREADS; thread++) {
				clients.submit(() -> Http.get(this.application.uri("/api/documents"), Application.LONGEST_START));
			}
		}

		boolean isHanging() {
			return Http.get(this.application.uri("/api/status"), PATIENCE).status() == Answer.NONE;
		}

		Answer readiness() {
			return probe("readiness");
		}

		Answer liveness() {
			return probe("liveness");
		}

		private Answer probe(String name) {
			return Http.get(URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(this.managementPort, name)));
		}

	}

}
