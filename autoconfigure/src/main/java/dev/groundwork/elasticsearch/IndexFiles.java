package dev.groundwork.elasticsearch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.groundwork.resource.Declaration;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Index definitions in files: the body of Elasticsearch's create-index request, under the
 * name of the index.
 *
 * @since 0.1.0
 */
public final class IndexFiles {

	private static final String SUFFIX = ".json";

	private static final Set<String> MEMBERS = Set.of("settings", "mappings", "aliases");

	private final ResourcePatternResolver resolver;

	private final String location;

	/**
	 * Create a new {@link IndexFiles} instance.
	 * @param resolver finds the files
	 * @param location the folder that has the folder {@code indices}
	 */
	public IndexFiles(ResourcePatternResolver resolver, String location) {
		this.resolver = resolver;
		this.location = location.endsWith("/") ? location : location + "/";
	}

	/**
	 * Read the files.
	 * @return one declaration for each file
	 * @throws IllegalStateException if a file cannot be read or is not an index
	 * definition
	 */
	public List<Declaration> declarations() {
		try {
			return Stream.of(this.resolver.getResources(this.location + "indices/*" + SUFFIX))
				.map(IndexFiles::read)
				.toList();
		}
		catch (FileNotFoundException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new IllegalStateException("Index definitions in '%s' cannot be read".formatted(this.location), ex);
		}
	}

	private static Declaration read(Resource file) {
		String fileName = String.valueOf(file.getFilename());
		String name = fileName.substring(0, fileName.length() - SUFFIX.length());
		Map<String, Object> body = parse(file);
		Set<String> unknown = new TreeSet<>(body.keySet());
		unknown.removeAll(MEMBERS);
		if (!unknown.isEmpty()) {
			throw new IllegalStateException(
					"%s has unknown members %s: an index definition has settings, mappings and aliases"
						.formatted(file.getDescription(), unknown));
		}
		IndexResource index = new IndexResource(name, Nested.map(body, "settings"), Nested.map(body, "mappings"),
				Nested.map(body, "aliases"));
		return new Declaration(index, file.getDescription());
	}

	private static Map<String, Object> parse(Resource file) {
		try {
			return JsonParserFactory.getJsonParser().parseMap(file.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException | JsonParseException ex) {
			throw new IllegalStateException("%s is not valid JSON".formatted(file.getDescription()), ex);
		}
	}

}
