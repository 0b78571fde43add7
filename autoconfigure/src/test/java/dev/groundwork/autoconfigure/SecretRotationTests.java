package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractStatus;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.SecretRotatedEvent;
import dev.groundwork.contract.SecretRotation;
import dev.groundwork.contract.SecretRotationRefusedEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecretRotationWatch} with files that change as the kubelet changes
 * them.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretRotationTests {

	private static final String FIRST = "q8N2vX0cB7mK4tR1yW6zL9pS3dF5gH8j";

	private static final String SECOND = "Zk3Hn7Qw1Er9Ty5Ui0Op2As4Df6Gh8Jl";

	private static final String THIRD = "m5Vb1Nc8Xz4Lk7Jh2Gf9Ds3Ap6Oi0Uy7";

	private static final String PROPERTY = "app.jwt.secret";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@SuppressWarnings("NullAway.Init")
	private Volume volume;

	@SuppressWarnings("NullAway.Init")
	private ConfigurableApplicationContext context;

	@SuppressWarnings("NullAway.Init")
	private SecretRotationWatch watch;

	@BeforeEach
	void start() throws IOException {
		this.volume = new Volume(this.directory.resolve("secrets"));
		this.volume.swap(FIRST);
		this.context = application("spring.config.import=configtree:" + this.volume.root() + "/");
		this.watch = watch();
		polls(2);
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void swappedValueThatKeepsTheContractIsOffered() throws IOException {
		this.volume.swap(SECOND);
		polls(2);
		assertThat(rotated()).singleElement().satisfies((event) -> {
			assertThat(event.revealValue()).isEqualTo(SECOND.toCharArray());
			assertThat(event.getProperty()).isEqualTo(PROPERTY);
			assertThat(event.getPlace()).startsWith(this.volume.root().resolve(PROPERTY).toString());
		});
		assertThat(rotation().accepted()).isTrue();
		assertThat(rotation().summary()).contains("the new value is valid");
	}

	@Test
	void environmentStaysAsItIs() throws IOException {
		this.volume.swap(SECOND);
		polls(2);
		assertThat(this.context.getEnvironment().getProperty(PROPERTY)).isEqualTo(FIRST);
	}

	@Test
	void valueThatWasSeenOnceDoesNotCount() throws IOException {
		this.volume.swap(SECOND);
		polls(1);
		assertThat(events()).isEmpty();
	}

	@Test
	void halfWrittenFileIsNotRead() throws IOException {
		this.volume.write(SECOND.substring(0, 8));
		polls(1);
		this.volume.write(SECOND);
		polls(1);
		assertThat(events()).isEmpty();
		polls(1);
		assertThat(rotated()).singleElement()
			.satisfies((event) -> assertThat(event.revealValue()).isEqualTo(SECOND.toCharArray()));
	}

	@Test
	void sameContentInANewVolumeIsNoChange() throws IOException {
		this.volume.swap(FIRST);
		polls(3);
		assertThat(events()).isEmpty();
		assertThat(status().settings().get(0).rotation()).isNull();
	}

	@Test
	void newLineAtTheEndIsNoChange() throws IOException {
		this.volume.swap(FIRST + "\n");
		polls(3);
		assertThat(events()).isEmpty();
	}

	@Test
	void emptyFileIsRefused(CapturedOutput output) throws IOException {
		this.volume.swap("");
		polls(2);
		assertThat(refused()).extracting(Finding::rule).containsExactly("blank-secret");
		assertThat(output).contains("WARN")
			.contains("[blank-secret] app.jwt.secret: changed at " + this.volume.root())
			.contains("the new value is refused")
			.contains("Write a good value to what is mounted at");
	}

	@Test
	void badValueIsRefusedOnceAndAGoodOneThenOffered() throws IOException {
		this.volume.swap("8dhJw2kq");
		polls(5);
		assertThat(refused()).extracting(Finding::rule).containsExactly("short-secret");
		assertThat(rotation().accepted()).isFalse();
		this.volume.swap(SECOND);
		polls(2);
		assertThat(rotated()).hasSize(1);
		assertThat(rotation().accepted()).isTrue();
	}

	@Test
	void badValueThatIsTakenBackIsForgotten(CapturedOutput output) throws IOException {
		this.volume.swap("8dhJw2kq");
		polls(2);
		this.volume.swap(FIRST);
		polls(2);
		assertThat(rotated()).isEmpty();
		assertThat(status().settings().get(0).rotation()).isNull();
		assertThat(output).contains("is again what it was");
	}

	@Test
	void deletedFileIsRefused() throws IOException {
		this.volume.delete();
		polls(2);
		assertThat(refused()).extracting(Finding::rule).containsExactly("missing-secret");
		assertThat(rotation().summary()).contains("is gone");
	}

	@Test
	void whenAnotherSourceTakesOverTheFileStillCountsAsGone() throws IOException {
		Path other = Files.createDirectories(this.directory.resolve("other"));
		Files.writeString(other.resolve("jwt-key"), FIRST);
		restart("spring.config.import=configtree:" + other + "/", "app.jwt.secret=${jwt-key:" + THIRD + "}");
		Files.delete(other.resolve("jwt-key"));
		polls(2);
		assertThat(rotated()).isEmpty();
		assertThat(refused()).extracting(Finding::rule).containsExactly("missing-secret");
	}

	@Test
	void everyOneOfManyRotationsIsOffered() throws IOException {
		List<String> values = Stream.iterate(0, (index) -> index < 20, (index) -> index + 1)
			.map((index) -> SECOND.substring(index) + SECOND.substring(0, index))
			.toList();
		for (String value : values) {
			this.volume.swap(value);
			polls(2);
		}
		assertThat(rotated()).extracting((event) -> String.valueOf(event.revealValue())).isEqualTo(values);
	}

	@Test
	void valueThatChangedBeforeTheWatchBeganIsNoticed() throws IOException {
		SecretRotationWatch late = watch();
		this.volume.swap(SECOND);
		late.poll();
		late.poll();
		assertThat(rotated()).hasSize(1);
	}

	@Test
	void mountedYamlIsWatchedAndWhatIsNoSecretIsNot() throws IOException {
		Path yaml = this.directory.resolve("mounted.yml");
		Files.writeString(yaml, "app:\n  jwt:\n    secret: " + FIRST + "\n  other: 1\n");
		restart("spring.config.import=file:" + yaml);
		Files.writeString(yaml, "app:\n  jwt:\n    secret: " + FIRST + "\n  other: 2\n");
		polls(3);
		assertThat(events()).isEmpty();
		Files.writeString(yaml, "app:\n  jwt:\n    secret: " + SECOND + "\n");
		polls(2);
		assertThat(rotated()).hasSize(1);
		Files.writeString(yaml, "app: [\n");
		polls(2);
		assertThat(refused()).extracting(Finding::rule).containsExactly("missing-secret");
	}

	@Test
	void propertyThatReadsFromTheTreeIsWatched() throws IOException {
		Path other = Files.createDirectories(this.directory.resolve("other"));
		Files.writeString(other.resolve("jwt-key"), FIRST);
		restart("spring.config.import=configtree:" + other + "/", "app.jwt.secret=${jwt-key}");
		Files.writeString(other.resolve("jwt-key"), SECOND);
		polls(2);
		assertThat(rotated()).singleElement()
			.satisfies((event) -> assertThat(event.getPlace()).startsWith(other.resolve("jwt-key").toString()));
	}

	@Test
	void listenerThatFailsHarmsNobodyAndItsMessageIsNotShown(CapturedOutput output) throws IOException {
		this.context.getBean(Listener.class).failure = "pl4nted";
		this.volume.swap(SECOND);
		polls(2);
		this.volume.swap(THIRD);
		polls(2);
		assertThat(rotated()).hasSize(2);
		assertThat(output).contains("a listener failed with java.lang.IllegalStateException").doesNotContain("pl4nted");
	}

	@Test
	void valuesAppearNowhere(CapturedOutput output) throws IOException {
		this.volume.swap(SECOND);
		polls(2);
		this.volume.swap("8dhJw2kq");
		polls(2);
		assertThat(output.getAll() + events() + status()).contains(PROPERTY).doesNotContain(FIRST, SECOND, "8dhJw2kq");
	}

	@Test
	void threadNoticesByItselfAndEndsWithTheContext() throws IOException {
		restart("spring.config.import=configtree:" + this.volume.root() + "/",
				"groundwork.contract.rotation.interval=20ms");
		assertThat(threads()).isEqualTo(1);
		this.volume.swap(SECOND);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> rotated().size() == 1);
		this.context.close();
		assertThat(threads()).isZero();
	}

	@Test
	void withoutASecretFromAFileThereIsNoThread() {
		restart("app.jwt.secret=" + FIRST);
		assertThat(this.context.getBean(SecretRotationWatch.class).isRunning()).isTrue();
		assertThat(threads()).isZero();
	}

	@Test
	void whenSwitchedOffNothingIsWatched() {
		restart("spring.config.import=configtree:" + this.volume.root() + "/",
				"groundwork.contract.rotation.enabled=false");
		assertThat(this.context.getBeansOfType(SecretRotationWatch.class)).isEmpty();
		assertThat(threads()).isZero();
	}

	private void restart(String... properties) {
		this.context.close();
		this.context = application(properties);
		if (!this.context.getBeansOfType(SecretRotations.class).isEmpty()) {
			this.watch = watch();
			polls(2);
		}
	}

	private static ConfigurableApplicationContext application(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run(Stream
				.concat(Stream.of("groundwork.contract.secrets[0].property=" + PROPERTY,
						"groundwork.contract.secrets[0].min-bytes=32"), Stream.of(properties))
				.map((property) -> "--" + property)
				.toArray(String[]::new));
	}

	private SecretRotationWatch watch() {
		SecretRotationWatch watch = new SecretRotationWatch(this.context.getEnvironment(),
				this.context.getBean(ContractInForce.class), this.context.getBean(SecretRotations.class), this.context,
				Duration.ofHours(1), Clock.systemUTC());
		watch.find();
		return watch;
	}

	private void polls(int times) {
		for (int i = 0; i < times; i++) {
			this.watch.poll();
		}
	}

	private List<Object> events() {
		return this.context.getBean(Listener.class).events;
	}

	private List<SecretRotatedEvent> rotated() {
		return events().stream()
			.filter(SecretRotatedEvent.class::isInstance)
			.map(SecretRotatedEvent.class::cast)
			.toList();
	}

	private List<Finding> refused() {
		return events().stream()
			.filter(SecretRotationRefusedEvent.class::isInstance)
			.map(SecretRotationRefusedEvent.class::cast)
			.flatMap((event) -> event.rotation().findings().stream())
			.toList();
	}

	private ContractStatus status() {
		return this.context.getBean(SecretRotations.class).addTo(this.context.getBean(ContractStatus.class));
	}

	private SecretRotation rotation() {
		SecretRotation rotation = status().settings().get(0).rotation();
		assertThat(rotation).isNotNull();
		return rotation;
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals(SecretRotationWatch.THREAD_NAME) && thread.isAlive())
			.count();
	}

	/**
	 * A mounted secret: {@code app.jwt.secret -> ..data/app.jwt.secret} and
	 * {@code ..data -> ..<number>}, of which the last link is replaced.
	 *
	 * @param root where it is mounted
	 */
	private record Volume(Path root) {

		private static int number;

		void swap(String value) throws IOException {
			Path data = Files.createDirectories(this.root.resolve("..2026_" + number++));
			Files.writeString(data.resolve(PROPERTY), value);
			Path temporary = this.root.resolve("..data_tmp");
			Files.createSymbolicLink(temporary, data.getFileName());
			Files.move(temporary, this.root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
			if (!Files.exists(this.root.resolve(PROPERTY))) {
				Files.createSymbolicLink(this.root.resolve(PROPERTY), Path.of("..data", PROPERTY));
			}
		}

		void write(String value) throws IOException {
			Files.writeString(this.root.resolve(PROPERTY), value, StandardOpenOption.TRUNCATE_EXISTING);
		}

		void delete() throws IOException {
			Files.delete(this.root.resolve(PROPERTY));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(GroundworkContractAutoConfiguration.class)
	static class Application {

		@Bean
		Listener listener() {
			return new Listener();
		}

	}

	static class Listener {

		private final List<Object> events = new CopyOnWriteArrayList<>();

		private String failure = "";

		@EventListener({ SecretRotatedEvent.class, SecretRotationRefusedEvent.class })
		void changed(Object event) {
			this.events.add(event);
			if (!this.failure.isEmpty()) {
				throw new IllegalStateException(this.failure);
			}
		}

	}

}
