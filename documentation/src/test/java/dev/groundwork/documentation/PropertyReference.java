package dev.groundwork.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * The reference of all properties, made from the metadata that the build made.
 */
final class PropertyReference {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final String INTRODUCTION = """
			# Properties

			Every property below `groundwork`, made from the metadata of the starter. One that does not exist ends the start. Names are relaxed as everywhere in Spring Boot: `groundwork.startup.deadline` is `GROUNDWORK_STARTUP_DEADLINE` in the environment.
			""";

	private final ElementProperties elements = new ElementProperties();

	String toMarkdown() {
		Map<String, List<PropertyRow>> sections = new TreeMap<>();
		properties()
			.forEach((row) -> sections.computeIfAbsent(section(row.name()), (key) -> new ArrayList<>()).add(row));
		StringBuilder text = new StringBuilder(INTRODUCTION);
		sections.forEach((section, rows) -> {
			text.append("%n## %s%n%n| property | value | default | what it is |%n| --- | --- | --- | --- |%n"
				.formatted(section));
			rows.forEach((row) -> text.append(row.toMarkdown()));
		});
		return text.toString();
	}

	private List<PropertyRow> properties() {
		List<PropertyRow> rows = new ArrayList<>();
		for (JsonNode property : metadata().path("properties")) {
			if (property.path("name").asString().startsWith("groundwork.")) {
				rows.add(row(property));
			}
		}
		rows.sort(Comparator.comparing(PropertyRow::name));
		List<PropertyRow> all = new ArrayList<>();
		for (PropertyRow row : rows) {
			all.add(row);
			Class<?> element = row.elementType();
			if (element != null) {
				all.addAll(this.elements.of(row.name() + ElementProperties.suffix(row.type()), element));
			}
		}
		return all;
	}

	private static PropertyRow row(JsonNode property) {
		JsonNode defaultValue = property.path("defaultValue");
		return new PropertyRow(property.path("name").asString(), type(property.path("type").asString()),
				defaultValue.isMissingNode() ? "" : defaultValue.asString(), property.path("description").asString());
	}

	private static java.lang.reflect.Type type(String name) {
		int open = name.indexOf('<');
		if (open < 0) {
			return ClassUtils.resolveClassName(name, null);
		}
		Class<?>[] arguments = java.util.Arrays.stream(name.substring(open + 1, name.length() - 1).split(","))
			.map((argument) -> ClassUtils.resolveClassName(argument, null))
			.toArray(Class<?>[]::new);
		return ResolvableType
			.forClassWithGenerics(ClassUtils.resolveClassName(name.substring(0, open), null), arguments)
			.getType();
	}

	private static String section(String name) {
		String[] parts = name.split("\\.");
		return (parts.length > 2) ? parts[0] + "." + parts[1] : parts[0];
	}

	private static JsonNode metadata() {
		try {
			for (URL resource : java.util.Collections
				.list(Objects.requireNonNull(PropertyReference.class.getClassLoader()).getResources(METADATA))) {
				try (InputStream content = resource.openStream()) {
					JsonNode metadata = JsonMapper.shared().readTree(content);
					if (metadata.toString().contains("\"groundwork.mode\"")) {
						return metadata;
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new IllegalStateException("The starter has no metadata: build it first");
	}

}
