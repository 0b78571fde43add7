package dev.groundwork.documentation;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests that every block of code in README and guide is what it says.
 */
class CodeBlocksTests {

	private static final Set<String> LANGUAGES = Set.of("", "java", "yaml", "json", "xml", "sh", "console", "text",
			"dockerfile");

	private static final Pattern PROPERTY = Pattern.compile("--(groundwork\\.[a-z.-]+)");

	private static final Pattern SCRIPT = Pattern.compile("(?m)^(?:\\./)?((?:dev|sample-services)/[a-z-/]+|mvnw)\\b");

	private static final Pattern INDEX = Pattern.compile("\\[\\d*]");

	@Test
	void everyBlockHasALanguageThatIsTested() {
		assertThat(CodeBlock.ofAllDocuments()).hasSizeGreaterThan(60)
			.allSatisfy((block) -> assertThat(LANGUAGES).as(block.toString()).contains(block.language()));
	}

	@ParameterizedTest
	@MethodSource("java")
	void javaCompiles(CodeBlock block, @TempDir Path folder) {
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp",
				System.getProperty("java.class.path"));
		boolean compiled = ToolProvider.getSystemJavaCompiler()
			.getTask(null, null, problems, options, null, JavaBlock.of(block).sources())
			.call();
		assertThat(compiled).as(() -> block + ": " + problems.getDiagnostics()).isTrue();
	}

	static Stream<Named<CodeBlock>> java() {
		// those with a name are compiled where the guide is followed, those about testing
		// are
		// compared with classes that run
		return blocks("java").filter((block) -> !block.has("file"))
			.filter((block) -> !block.document().endsWith("testing.md"))
			.map(CodeBlocksTests::named);
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void yamlIsReadAndNamesOnlyPropertiesThatExist(CodeBlock block) {
		List<String> names = new ArrayList<>();
		for (Object document : new Yaml().loadAll(block.text())) {
			collect("", document, names);
		}
		assertThat(names).as(block.toString()).isNotEmpty();
		Set<String> known = knownProperties();
		assertThat(names).filteredOn((name) -> name.startsWith("groundwork."))
			.as(block.toString())
			.allMatch((name) -> isKnown(name, known));
	}

	static Stream<Named<CodeBlock>> yaml() {
		return blocks("yaml").map(CodeBlocksTests::named);
	}

	@Test
	void jsonAndXmlAreWellFormed() {
		blocks("json").forEach((block) -> assertThatNoException().as(block.toString())
			.isThrownBy(() -> JsonMapper.shared().readTree(block.text())));
		blocks("xml").forEach((block) -> assertThatNoException().as(block.toString())
			.isThrownBy(() -> DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader("<block>" + withoutProlog(block.text()) + "</block>")))));
	}

	@Test
	void commandsNameScriptsAndPropertiesThatExist() {
		Set<String> known = knownProperties();
		CodeBlock.ofAllDocuments().forEach((block) -> {
			Matcher script = SCRIPT.matcher(block.text());
			while (script.find()) {
				assertThat(Path.of("..", script.group(1))).as(block.toString()).isExecutable();
			}
			Matcher property = PROPERTY.matcher(block.text());
			while (property.find()) {
				assertThat(known).as(block.toString()).contains(property.group(1));
			}
		});
	}

	@Test
	void linksLeadToFilesThatExist() throws Exception {
		Pattern link = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
		for (Path document : documents()) {
			Matcher found = link.matcher(Files.readString(document));
			while (found.find()) {
				assertThat(document.resolveSibling(found.group(1))).as(document.toString()).exists();
			}
		}
	}

	private static List<Path> documents() throws Exception {
		try (Stream<Path> files = Files.walk(Path.of("../docs"))) {
			return Stream.concat(Stream.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")), files)
				.filter((file) -> file.toString().endsWith(".md"))
				.toList();
		}
	}

	private static Stream<CodeBlock> blocks(String language) {
		return CodeBlock.ofAllDocuments().stream().filter((block) -> block.language().equals(language));
	}

	private static Named<CodeBlock> named(CodeBlock block) {
		return Named.of(block.toString(), block);
	}

	private static String withoutProlog(String xml) {
		return xml.replaceFirst("<\\?xml[^>]*\\?>", "");
	}

	private static void collect(String prefix, Object value, List<String> names) {
		if (value instanceof Map<?, ?> map) {
			map.forEach(
					(key, below) -> collect(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, below, names));
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> collect(prefix + "[]", element, names));
		}
		else {
			names.add(prefix);
		}
	}

	private static Set<String> knownProperties() {
		Set<String> known = new TreeSet<>();
		Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\|").matcher(new PropertyReference().toMarkdown());
		while (row.find()) {
			known.add(row.group(1));
		}
		return known;
	}

	// a list of values is a property, and so is what stands below a map of values
	private static boolean isKnown(String name, Set<String> known) {
		String uniform = INDEX.matcher(name).replaceAll("[]");
		return known.stream()
			.anyMatch((property) -> Pattern
				.matches(Pattern.quote(property).replace("<name>", "\\E[^.]+\\Q") + "(?:\\[]|\\.[^.\\[]+)?", uniform));
	}

	/**
	 * A source in memory.
	 */
	static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String type, String text) {
			super(URI.create("string:///" + type + ".java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
