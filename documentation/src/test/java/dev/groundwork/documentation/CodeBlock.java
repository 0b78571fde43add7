package dev.groundwork.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A block between fences in a document. Behind the language of the opening fence may
 * stand what a test does with it, as {@code key} or {@code key=value}; readers do not see
 * that.
 *
 * @param document the document
 * @param line the line of the opening fence, from 1
 * @param language the language, empty if none is given
 * @param options what stands behind the language
 * @param text the text in between, without the indentation of the fence
 */
record CodeBlock(Path document, int line, String language, Map<String, String> options, String text) {

	private static final Path ROOT = Path.of("..");

	private static final Pattern FENCE = Pattern.compile("^( *)```(\\S*)(.*)$");

	static List<CodeBlock> ofAllDocuments() {
		try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
			return Stream.concat(Stream.of(ROOT.resolve("README.md")), documents.sorted())
				.filter((path) -> path.toString().endsWith(".md"))
				.flatMap((path) -> of(path).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<CodeBlock> of(Path document) {
		List<CodeBlock> blocks = new ArrayList<>();
		List<String> lines = read(document);
		Opening opening = null;
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < lines.size(); i++) {
			Matcher fence = FENCE.matcher(lines.get(i));
			if (fence.matches() && opening == null) {
				opening = new Opening(i + 1, fence.group(1).length(), fence.group(2), fence.group(3));
				text.setLength(0);
			}
			else if (fence.matches() && opening != null) {
				blocks.add(new CodeBlock(document, opening.line(), opening.language(), options(opening.rest()),
						text.toString()));
				opening = null;
			}
			else if (opening != null) {
				String line = lines.get(i);
				text.append(line.substring(Math.min(opening.indent(), indent(line)))).append('\n');
			}
		}
		return blocks;
	}

	private static List<String> read(Path document) {
		try {
			return Files.readAllLines(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int indent(String line) {
		return line.length() - line.stripLeading().length();
	}

	private static Map<String, String> options(String rest) {
		Map<String, String> options = new LinkedHashMap<>();
		for (String option : rest.trim().split("\\s+")) {
			int equals = option.indexOf('=');
			options.put((equals < 0) ? option : option.substring(0, equals), option.substring(equals + 1));
		}
		return options;
	}

	boolean has(String option) {
		return this.options.containsKey(option);
	}

	@Nullable String option(String option) {
		return this.options.get(option);
	}

	@Override
	public String toString() {
		return "%s:%d (%s)".formatted(this.document.getFileName(), this.line, this.language);
	}

	private record Opening(int line, int indent, String language, String rest) {
	}

}
