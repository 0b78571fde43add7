package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.util.PatternMatchUtils;

/**
 * The templates of the server, to name the one from which an index has what its
 * declaration does not name.
 */
final class MatchingTemplates {

	private final List<Template> templates;

	private MatchingTemplates(List<Template> templates) {
		this.templates = List.copyOf(templates);
	}

	static MatchingTemplates none() {
		return new MatchingTemplates(List.of());
	}

	/**
	 * Read all templates. Who may not read them knows none.
	 * @param http the server
	 * @return the templates
	 */
	static MatchingTemplates read(ElasticsearchHttp http) {
		List<Reply> replies = http.sendAll(List.of(
				ElasticsearchRequest.get("/_index_template")
					.with("filter_path",
							"index_templates.name,index_templates.index_template.index_patterns,"
									+ "index_templates.index_template.priority"),
				ElasticsearchRequest.get("/_template").with("filter_path", "*.index_patterns,*.order")));
		return of(replies.get(0).json(), replies.get(1).json());
	}

	static MatchingTemplates of(Map<String, Object> composable, Map<String, Object> legacy) {
		List<Template> templates = new ArrayList<>();
		if (composable.get("index_templates") instanceof List<?> list) {
			list.forEach((entry) -> {
				Map<String, Object> template = Nested.map(Nested.map(entry), "index_template");
				templates.add(new Template("index template '%s'".formatted(Nested.text(Nested.map(entry), "name")),
						Nested.texts(template.get("index_patterns")), number(template, "priority")));
			});
		}
		// Only where no composable template matches
		legacy.forEach((name,
				template) -> templates.add(new Template("legacy template '%s'".formatted(name),
						Nested.texts(Nested.map(template).get("index_patterns")),
						number(Nested.map(template), "order") - Long.MAX_VALUE)));
		return new MatchingTemplates(templates);
	}

	private static long number(Map<String, Object> template, String name) {
		return (template.get(name) instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * Return the template that counts for a new index.
	 * @param index the name of the index
	 * @return the template, for people to read
	 */
	Optional<String> find(String index) {
		return this.templates.stream()
			.filter((template) -> template.patterns()
				.stream()
				.anyMatch((pattern) -> PatternMatchUtils.simpleMatch(pattern, index)))
			.max((first, second) -> Long.compare(first.priority(), second.priority()))
			.map(Template::name);
	}

	/**
	 * A template.
	 *
	 * @param name the kind and the name
	 * @param patterns the patterns
	 * @param priority the higher the sooner
	 */
	private record Template(String name, List<String> patterns, long priority) {

	}

}
