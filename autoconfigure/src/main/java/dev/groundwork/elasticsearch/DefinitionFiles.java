package dev.groundwork.elasticsearch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.groundwork.resource.Declaration;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Definitions in files: the bodies of Elasticsearch's own requests, in a folder for each
 * kind, under the name of what they define.
 *
 * @since 0.1.0
 */
public final class DefinitionFiles {

	private static final JsonParser JSON = JsonParserFactory.getJsonParser();

	private static final String SUFFIX = ".json";

	private static final Set<String> INDEX_MEMBERS = Set.of("settings", "mappings", "aliases");

	/**
	 * Members that hold members.
	 */
	private static final Set<String> OBJECTS = Set.of("settings", "mappings", "aliases", "template", "policy", "_meta",
			"data_stream");

	private static final Set<String> TEMPLATE_MEMBERS = Set.of("settings", "mappings", "aliases", "lifecycle",
			"data_stream_options");

	private final ResourcePatternResolver resolver;

	private final String location;

	/**
	 * Create a new {@link DefinitionFiles} instance.
	 * @param resolver finds the files
	 * @param location the folder that has the folders {@code lifecycle-policies},
	 * {@code component-templates}, {@code index-templates} and {@code indices}
	 */
	public DefinitionFiles(ResourcePatternResolver resolver, String location) {
		this.resolver = resolver;
		this.location = location.endsWith("/") ? location : location + "/";
	}

	/**
	 * Read the files.
	 * @return one declaration for each file
	 * @throws IllegalStateException if a file cannot be read or is not a definition of
	 * its kind
	 */
	public List<Declaration> declarations() {
		List<Declaration> declarations = new ArrayList<>();
		for (DefinitionKind kind : DefinitionKind.values()) {
			declarations.addAll(read(kind.folder(), (file, name) -> definition(kind, file, name)));
		}
		declarations.addAll(read("indices", DefinitionFiles::index));
		return List.copyOf(declarations);
	}

	private List<Declaration> read(String folder, BiFunction<Resource, String, Declaration> reader) {
		try {
			return Stream.of(this.resolver.getResources(this.location + folder + "/*" + SUFFIX))
				.map((file) -> reader.apply(file, name(file)))
				.toList();
		}
		catch (FileNotFoundException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new IllegalStateException("Definitions in '%s%s' cannot be read".formatted(this.location, folder),
					ex);
		}
	}

	private static String name(Resource file) {
		String fileName = String.valueOf(file.getFilename());
		return fileName.substring(0, fileName.length() - SUFFIX.length());
	}

	private static Declaration definition(DefinitionKind kind, Resource file, String name) {
		Map<String, Object> body = parse(file);
		requireMembers(file, "", body, kind.members(), kind.withArticle());
		for (String required : kind.required()) {
			if (!body.containsKey(required)) {
				throw new IllegalStateException("%s has no member '%s', which %s needs".formatted(file.getDescription(),
						required, kind.withArticle()));
			}
		}
		requireMembers(file, "template.", Nested.map(body, "template"), TEMPLATE_MEMBERS, "a template");
		return new Declaration(new ClusterDefinition(kind, name, body), file.getDescription());
	}

	private static Declaration index(Resource file, String name) {
		Map<String, Object> body = parse(file);
		requireMembers(file, "", body, INDEX_MEMBERS, "an index");
		IndexResource index = new IndexResource(name, Nested.map(body, "settings"), Nested.map(body, "mappings"),
				Nested.map(body, "aliases"));
		return new Declaration(index, file.getDescription());
	}

	private static void requireMembers(Resource file, String path, Map<String, Object> body, Set<String> members,
			String kind) {
		Set<String> unknown = new TreeSet<>(body.keySet());
		unknown.removeAll(members);
		if (!unknown.isEmpty()) {
			throw new IllegalStateException("%s has unknown members %s: the definition of %s has %s".formatted(
					file.getDescription(), unknown.stream().map(path::concat).toList(), kind, new TreeSet<>(members)));
		}
		body.forEach((name, value) -> {
			if (OBJECTS.contains(name) && value != null && !(value instanceof Map<?, ?>)) {
				throw new IllegalStateException(
						"%s: '%s%s' is not an object".formatted(file.getDescription(), path, name));
			}
		});
	}

	private static Map<String, Object> parse(Resource file) {
		try {
			return JSON.parseMap(file.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException | JsonParseException ex) {
			throw new IllegalStateException("%s is not valid JSON".formatted(file.getDescription()), ex);
		}
	}

}
