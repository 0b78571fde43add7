package dev.groundwork.elasticsearch;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Declaration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link DefinitionFiles}.
 */
class DefinitionFilesTests {

	private Path folder;

	private Path indices;

	@BeforeEach
	void createFolder(@TempDir Path folder) throws IOException {
		this.folder = folder;
		this.indices = Files.createDirectories(folder.resolve("own/indices"));
	}

	@Test
	void findsFilesOnTheClasspath() throws IOException {
		write("documents.json", """
				{
					"settings": { "number_of_shards": 2 },
					"mappings": { "properties": { "title": { "type": "text" } } },
					"aliases": { "current": {} }
				}""");
		assertThat(onClasspath("classpath:own/").declarations()).singleElement().satisfies((declaration) -> {
			assertThat(declaration.resource())
				.isEqualTo(new IndexResource("documents", Map.of("index.number_of_shards", "2"),
						Map.of("properties", Map.of("title", Map.of("type", "text"))), Map.of("current", Map.of())));
			assertThat(declaration.source()).startsWith("file [").endsWith("own/indices/documents.json]");
		});
	}

	@Test
	void findsEveryFileInAFolderOfTheFileSystem() throws IOException {
		write("a.json", "{}");
		write("b.json", "{}");
		write("readme.txt", "not an index");
		assertThat(inFileSystem()).extracting((declaration) -> declaration.id().toString())
			.containsExactlyInAnyOrder("index 'a'", "index 'b'");
	}

	@Test
	void locationNeedsNoSlashAtItsEnd() throws IOException {
		write("documents.json", "{}");
		assertThat(onClasspath("classpath:own").declarations()).hasSize(1);
	}

	@Test
	void whenThereIsNoSuchFolderThereAreNoDeclarations() {
		assertThat(onClasspath("classpath:no-such-folder/").declarations()).isEmpty();
		assertThat(onClasspath("classpath*:no-such-folder/").declarations()).isEmpty();
	}

	@Test
	void brokenJsonIsRefusedWithTheNameOfTheFile() throws IOException {
		write("documents.json", "{ \"settings\": ");
		assertThatIllegalStateException().isThrownBy(this::inFileSystem)
			.withMessageMatching("file \\[.*own/indices/documents\\.json] is not valid JSON")
			.havingCause();
	}

	@Test
	void fileThatIsNoObjectIsRefusedWithItsName() throws IOException {
		write("documents.json", "[]");
		assertThatIllegalStateException().isThrownBy(this::inFileSystem)
			.withMessageMatching("file \\[.*own/indices/documents\\.json] is not valid JSON");
	}

	@Test
	void unknownMembersAreRefusedWithTheNameOfTheFile() throws IOException {
		write("documents.json", "{ \"mapping\": {}, \"setings\": {}, \"aliases\": {} }");
		assertThatIllegalStateException().isThrownBy(this::inFileSystem)
			.withMessageMatching("file \\[.*own/indices/documents\\.json] has unknown members \\[mapping, setings]: "
					+ "the definition of an index has \\[aliases, mappings, settings]");
	}

	@Test
	void everyKindHasAFolderAndTheOrderIsThatOfTheirNeeds() throws IOException {
		write("../indices/documents.json", "{}");
		write("../index-templates/logs.json", "{ \"index_patterns\": [\"logs-*\"], \"version\": 2 }");
		write("../component-templates/logs-part.json", "{ \"template\": { \"settings\": {} } }");
		write("../lifecycle-policies/short.json", "{ \"policy\": { \"phases\": {} } }");
		assertThat(onClasspath("classpath:own/").declarations())
			.extracting((declaration) -> declaration.id().toString())
			.containsExactly("lifecycle policy 'short'", "component template 'logs-part'", "index template 'logs'",
					"index 'documents'");
	}

	@Test
	void unknownMembersOfTemplatesAreRefusedWithTheNameOfTheFile() throws IOException {
		write("../index-templates/logs.json", "{ \"index_patterns\": [], \"settings\": {} }");
		assertThatIllegalStateException().isThrownBy(this::inFileSystem)
			.withMessageMatching("file \\[.*index-templates/logs\\.json] has unknown members \\[settings]: .*");
		write("../index-templates/logs.json", "{ \"index_patterns\": [], \"template\": { \"setings\": {} } }");
		assertThatIllegalStateException().isThrownBy(this::inFileSystem)
			.withMessageMatching("file \\[.*logs\\.json] has unknown members \\[template\\.setings]: .*");
	}

	@Test
	void missingMemberIsRefusedWithTheNameOfTheFile() throws IOException {
		write("../lifecycle-policies/short.json", "{}");
		assertThatIllegalStateException().isThrownBy(this::inFileSystem)
			.withMessageMatching("file \\[.*short\\.json] has no member 'policy', which a lifecycle policy needs");
	}

	@Test
	void memberThatIsNoObjectIsRefusedWithTheNameOfTheFile() throws IOException {
		write("documents.json", "{ \"mappings\": [] }");
		assertThatIllegalStateException().isThrownBy(this::inFileSystem)
			.withMessageMatching("file \\[.*documents\\.json]: 'mappings' is not an object");
	}

	private void write(String name, String json) throws IOException {
		Path file = this.indices.resolve(name).normalize();
		Files.createDirectories(file.getParent());
		Files.writeString(file, json);
	}

	private List<Declaration> inFileSystem() {
		return new DefinitionFiles(new PathMatchingResourcePatternResolver(),
				this.folder.resolve("own").toUri().toString())
			.declarations();
	}

	private DefinitionFiles onClasspath(String location) {
		try {
			ClassLoader classLoader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() }, null);
			return new DefinitionFiles(new PathMatchingResourcePatternResolver(new DefaultResourceLoader(classLoader)),
					location);
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
