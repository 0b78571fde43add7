package dev.groundwork;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.groundwork.autoconfigure.GroundworkAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.UrlResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every configuration property is described, in the words in which Spring Boot
 * describes its own.
 */
class ConfigurationMetadataTests {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	/**
	 * A field that is bound, with the comment before it, if there is one.
	 */
	private static final Pattern FIELD = Pattern
		.compile("(?:/\\*\\*(?<comment>(?:(?!\\*/).)*)\\*/\\s+)?(?:@[^\\n]+\\n\\s+)*"
				+ "private (?!static )(?:final )?(?<type>[^=;(]+) (?<name>\\w+)(?: = [^;]+)?;", Pattern.DOTALL);

	@Test
	void everyPropertyIsDescribed() throws IOException {
		List<Property> properties = ofMetadata();
		assertThat(properties).extracting(Property::name)
			.contains("groundwork.enabled", "groundwork.mode", "groundwork.startup.deadline",
					"groundwork.rabbitmq.queues", "groundwork.elasticsearch.location", "groundwork.websocket.endpoints",
					"groundwork.contract.secrets");
		assertThat(properties).flatExtracting(Property::faults).isEmpty();
	}

	/**
	 * The metadata has nothing about what is in a list.
	 * @throws IOException if the sources cannot be read
	 */
	@Test
	void everyFieldOfAnElementOfAListIsDescribed() throws IOException {
		List<Property> fields = ofSources();
		assertThat(fields).extracting(Property::name)
			.contains("RabbitMqProperties.autoDelete", "RabbitMqProperties.destinationType",
					"WebSocketProperties.port");
		assertThat(fields).flatExtracting(Property::faults).isEmpty();
	}

	private static List<Property> ofMetadata() throws IOException {
		URL classes = GroundworkAutoConfiguration.class.getProtectionDomain().getCodeSource().getLocation();
		String json = new UrlResource(new URL(classes, METADATA)).getContentAsString(StandardCharsets.UTF_8);
		return Stream.of(JsonParserFactory.getJsonParser().parseMap(json).get("properties"))
			.flatMap((properties) -> ((List<?>) properties).stream())
			.map((property) -> Property.of((Map<?, ?>) property))
			.toList();
	}

	private static List<Property> ofSources() throws IOException {
		List<Property> properties = new ArrayList<>();
		try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/groundwork/autoconfigure"))) {
			for (Path source : sources.filter((path) -> path.toString().endsWith("Properties.java")).toList()) {
				Matcher fields = FIELD.matcher(Files.readString(source));
				String owner = source.getFileName().toString().replace(".java", "");
				while (fields.find()) {
					properties.add(new Property(owner + "." + fields.group("name"), fields.group("type"),
							text(fields.group("comment"))));
				}
			}
		}
		return properties;
	}

	private static @Nullable String text(@Nullable String comment) {
		return (comment != null) ? comment.replaceAll("\\s*\\n\\s*\\*", " ").trim() : null;
	}

	/**
	 * A property and its description.
	 */
	private record Property(String name, String type, @Nullable String description) {

		static Property of(Map<?, ?> metadata) {
			return new Property(String.valueOf(metadata.get("name")), String.valueOf(metadata.get("type")),
					(String) metadata.get("description"));
		}

		List<String> faults() {
			List<String> faults = new ArrayList<>();
			String text = this.description;
			if (text == null || text.isBlank()) {
				return List.of(this.name + " has no description");
			}
			if (text.matches("(?s)(The|A|An)\\b.*")) {
				faults.add(this.name + " begins with an article: " + text);
			}
			if (!text.endsWith(".")) {
				faults.add(this.name + " does not end with a full stop: " + text);
			}
			if (this.type.matches("boolean|java\\.lang\\.Boolean|Boolean")
					&& !text.matches("(?s)(Whether|Enable)\\b.*")) {
				faults.add(this.name + " is a boolean and does not begin with 'Whether': " + text);
			}
			return faults;
		}

	}

}
