package dev.groundwork.contract.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

import org.jspecify.annotations.Nullable;

/**
 * What an annotation says.
 *
 * @param secret whether the property is a secret
 * @param environment the environment variable, empty if there is none
 * @param aliases the other names
 * @param minBytes the fewest bytes
 * @param encoding the name of the encoding, empty for a property that is no secret
 * @param requiredWhen the condition, empty if there is none
 */
record Terms(boolean secret, String environment, List<String> aliases, int minBytes, String encoding,
		String requiredWhen) {

	static final String SECRET = "dev.groundwork.contract.SecretProperty";

	static final String REQUIRED = "dev.groundwork.contract.RequiredProperty";

	static Terms of(AnnotationMirror annotation, Elements elements) {
		Map<String, Object> values = elements.getElementValuesWithDefaults(annotation)
			.entrySet()
			.stream()
			.collect(Collectors.toMap((value) -> value.getKey().getSimpleName().toString(),
					(value) -> value.getValue().getValue()));
		String requiredWhen = String.valueOf(values.get("requiredWhen")).trim();
		if (!(values.get("encoding") instanceof VariableElement encoding)) {
			return new Terms(false, "", List.of(), 0, "", requiredWhen);
		}
		return new Terms(true, String.valueOf(values.get("environment")), texts(values.get("aliases")),
				(values.get("minBytes") instanceof Integer bytes) ? bytes : 0, encoding.getSimpleName().toString(),
				requiredWhen);
	}

	/**
	 * Return what makes no sense.
	 * @return sentences without an end
	 */
	List<String> mistakes() {
		List<String> mistakes = new ArrayList<>();
		if (this.minBytes < 0) {
			mistakes.add("minBytes is negative: write a number of bytes, or leave it out if any length will do");
		}
		if (this.aliases.stream().anyMatch(String::isBlank)) {
			mistakes.add("a name in aliases is blank: remove it");
		}
		if (Stream.concat(Stream.of(this.environment, this.requiredWhen), this.aliases.stream())
			.anyMatch(Terms::needsEscape)) {
			mistakes.add("quotes, backslashes and control characters are not allowed here");
		}
		if (!this.requiredWhen.isEmpty() && !Names.isCanonical(property(this.requiredWhen))) {
			mistakes.add("requiredWhen '" + this.requiredWhen + "' names no property: write 'app.mail.enabled', "
					+ "'app.mail.provider=smtp', '!app.mail.enabled' or 'app.mail.provider!=smtp'");
		}
		return mistakes;
	}

	private static boolean needsEscape(String text) {
		return text.chars().anyMatch((character) -> character == '"' || character == '\\' || character < ' ');
	}

	private static String property(String condition) {
		int equals = condition.indexOf('=');
		if (equals < 0) {
			return (condition.startsWith("!") ? condition.substring(1) : condition).trim();
		}
		boolean negated = equals > 0 && condition.charAt(equals - 1) == '!';
		return condition.substring(0, negated ? equals - 1 : equals).trim();
	}

	private static List<String> texts(@Nullable Object values) {
		if (!(values instanceof List<?> list)) {
			return List.of();
		}
		return list.stream()
			.filter(AnnotationValue.class::isInstance)
			.map((value) -> String.valueOf(((AnnotationValue) value).getValue()))
			.toList();
	}

}
