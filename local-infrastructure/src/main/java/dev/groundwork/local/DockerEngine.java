package dev.groundwork.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * The Docker engine of this machine, asked in bounded time whether it can run a server.
 *
 * @param settings what the user has set on this machine
 */
record DockerEngine(Settings settings) {

	private static final String NO_ANSWER = "Docker does not answer";

	private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

	private static final Duration REGISTRY_LIMIT = Duration.ofSeconds(15);

	private static final Duration PULL_LIMIT = Duration.ofMinutes(10);

	/**
	 * Return why a server cannot run in a container. Pulls its image if it is missing.
	 * @param image the image of the server
	 * @return the reason, or empty if it can
	 */
	Optional<String> obstacle(ServerImage image) {
		if (!isConfigured()) {
			return Optional.of("there is no Docker socket and DOCKER_HOST is not set");
		}
		try {
			Optional<String> obstacle = withinAnswerLimit(() -> Optional.of(connect()), Optional.<DockerClient>empty())
				.map((docker) -> obstacle(docker, image))
				.orElse(Optional.of(NO_ANSWER));
			return obstacle.isPresent() ? obstacle : obstacleOfTestcontainers();
		}
		catch (RuntimeException ex) {
			return Optional.of("Docker cannot be used: " + why(ex));
		}
	}

	// The client of Testcontainers itself would start its reaper first, whose image takes
	// the whole limit to be missed.
	private static DockerClient connect() {
		return DockerClientProviderStrategy.getClientForConfig(DockerClientFactory.instance().getTransportConfig());
	}

	private static Optional<String> obstacleOfTestcontainers() {
		boolean available = withinAnswerLimit(DockerClientFactory.instance()::isDockerAvailable, false);
		return available ? Optional.empty() : Optional.of(NO_ANSWER);
	}

	// Asking Testcontainers in vain would put an error for each way it tries into the
	// log.
	private boolean isConfigured() {
		String home = System.getProperty("user.home");
		String runtime = this.settings.get("XDG_RUNTIME_DIR");
		Stream<Path> sockets = Stream.of(Path.of("/var/run/docker.sock"), Path.of(home, ".docker/run/docker.sock"),
				Path.of(home, ".docker/desktop/docker.sock"),
				Path.of((runtime != null) ? runtime : home, "docker.sock"));
		return this.settings.get("DOCKER_HOST") != null || System.getProperty("os.name").startsWith("Windows")
				|| sockets.anyMatch(Files::exists) || hasHost(Path.of(home, ".testcontainers.properties"));
	}

	private static boolean hasHost(Path testcontainersProperties) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(testcontainersProperties)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			return false;
		}
		return properties.containsKey("docker.host");
	}

	private static <T> T withinAnswerLimit(Supplier<T> question, T otherwise) {
		return CompletableFuture.supplyAsync(question)
			.completeOnTimeout(otherwise, ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	private static Optional<String> obstacle(DockerClient docker, ServerImage image) {
		String name = ImageNameSubstitutor.instance()
			.apply(DockerImageName.parse(image.image()))
			.asCanonicalNameString();
		try {
			docker.inspectImageCmd(name).exec();
			return Optional.empty();
		}
		catch (NotFoundException ex) {
			return pull(docker, name);
		}
	}

	private static Optional<String> pull(DockerClient docker, String image) {
		try (Pull pull = docker.pullImageCmd(image).exec(new Pull())) {
			pull.registryAnswer.orTimeout(REGISTRY_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
			pull.outcome.orTimeout(PULL_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
			docker.inspectImageCmd(image).exec();
			return Optional.empty();
		}
		catch (IOException | RuntimeException ex) {
			return Optional.of("image '%s' is not on this machine and cannot be pulled: %s".formatted(image, why(ex)));
		}
	}

	private static String why(Exception ex) {
		Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
		String message = (cause instanceof TimeoutException) ? "the registry does not answer" : cause.getMessage();
		return String.valueOf(message).strip().replaceAll("\\s+", " ");
	}

	private static final class Pull extends ResultCallback.Adapter<PullResponseItem> {

		private final CompletableFuture<Void> registryAnswer = new CompletableFuture<>();

		private final CompletableFuture<Void> outcome = new CompletableFuture<>();

		@Override
		public void onNext(PullResponseItem item) {
			this.registryAnswer.complete(null);
		}

		@Override
		public void onComplete() {
			super.onComplete();
			this.registryAnswer.complete(null);
			this.outcome.complete(null);
		}

		@Override
		public void onError(Throwable ex) {
			super.onError(ex);
			this.registryAnswer.completeExceptionally(ex);
			this.outcome.completeExceptionally(ex);
		}

	}

}
