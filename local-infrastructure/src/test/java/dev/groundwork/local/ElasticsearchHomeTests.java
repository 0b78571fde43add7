package dev.groundwork.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ElasticsearchHome}.
 */
class ElasticsearchHomeTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void whenMissingInTheCacheNamesTheFolderAndTheCommand() {
		assertThatExceptionOfType(LocalServerException.class)
			.isThrownBy(() -> ElasticsearchHome.find(Map.of("XDG_CACHE_HOME", this.folder.toString())::get))
			.withMessage("Elasticsearch 9.2.2 is not set up in %s/groundwork/elasticsearch-9.2.2: run dev/setup",
					this.folder);
	}

	@Test
	void whenMissingInTheGivenHomeNamesThatFolder() {
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(this::find)
			.withMessage("Elasticsearch 9.2.2 is not set up in %s: run dev/setup", this.folder);
	}

	@Test
	void whenItsJavaIsGoneIsMissing() throws IOException {
		Files.createFile(this.folder.resolve("launcher.jar"));
		Files.createSymbolicLink(this.folder.resolve("jdk"), this.folder.resolve("removed"));
		assertThatExceptionOfType(LocalServerException.class).isThrownBy(this::find).withMessageEndingWith("dev/setup");
	}

	@Test
	void givenHomeIsFound() throws IOException {
		Files.createFile(this.folder.resolve("launcher.jar"));
		Path java = Files.createDirectories(this.folder.resolve("jdk/bin")).resolve("java");
		assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
		assertThat(find().folder()).isEqualTo(this.folder.toRealPath());
	}

	private ElasticsearchHome find() {
		return ElasticsearchHome.find(Map.of("GROUNDWORK_ELASTICSEARCH_HOME", this.folder.toString())::get);
	}

}
