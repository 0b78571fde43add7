package dev.groundwork.contract.processor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the contract says of one property.
 *
 * @param property the canonical name of the property
 * @param terms what is required of it
 * @param type the binary name of the {@code @ConfigurationProperties} type
 * @param source where the annotation stands
 */
record Entry(String property, Terms terms, String type, String source) {

	String toJson() {
		StringBuilder json = new StringBuilder("{ \"property\": \"").append(this.property).append('"');
		if (this.terms.secret()) {
			text(json, "environment", this.terms.environment());
			if (!this.terms.aliases().isEmpty()) {
				json.append(", \"aliases\": [ ").append(quoted(this.terms.aliases())).append(" ]");
			}
			if (this.terms.minBytes() != 0) {
				json.append(", \"minBytes\": ").append(this.terms.minBytes());
			}
			text(json, "encoding", this.terms.encoding());
		}
		text(json, "requiredWhen", this.terms.requiredWhen());
		text(json, "type", this.type);
		text(json, "source", this.source);
		return json.append(" }").toString();
	}

	private static void text(StringBuilder json, String key, String value) {
		if (!value.isEmpty()) {
			json.append(", \"").append(key).append("\": \"").append(value).append('"');
		}
	}

	private static String quoted(List<String> values) {
		return values.stream().map((value) -> '"' + value + '"').collect(Collectors.joining(", "));
	}

}
