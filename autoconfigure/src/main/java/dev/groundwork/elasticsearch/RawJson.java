package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes JSON apart without reading its values, so that a document is copied exactly as it
 * was sent: a number that is parsed and written again may lose digits.
 */
final class RawJson {

	private final String text;

	private int position = 1;

	private RawJson(String text) {
		this.text = text.strip();
	}

	/**
	 * Return the members of an object.
	 * @param object the object
	 * @return the values as they are written, by name
	 */
	static Map<String, String> members(String object) {
		Map<String, String> members = new LinkedHashMap<>();
		RawJson json = new RawJson(object);
		while (json.hasNext()) {
			String name = json.next();
			json.skipTo(':');
			members.put(name.substring(1, name.length() - 1), json.next());
		}
		return members;
	}

	/**
	 * Return the elements of an array.
	 * @param array the array
	 * @return the values as they are written
	 */
	static List<String> elements(String array) {
		List<String> elements = new ArrayList<>();
		RawJson json = new RawJson(array);
		while (json.hasNext()) {
			elements.add(json.next());
		}
		return elements;
	}

	private boolean hasNext() {
		while (this.position < this.text.length() && isBetween(this.text.charAt(this.position))) {
			this.position++;
		}
		return this.position < this.text.length() - 1;
	}

	private static boolean isBetween(char character) {
		return character == ',' || Character.isWhitespace(character);
	}

	private void skipTo(char character) {
		this.position = this.text.indexOf(character, this.position) + 1;
	}

	private String next() {
		hasNext();
		int start = this.position;
		int depth = 0;
		while (this.position < this.text.length()) {
			char character = this.text.charAt(this.position);
			if (depth == 0 && this.position > start && isEnd(character)) {
				break;
			}
			this.position = (character == '"') ? endOfString() : this.position + 1;
			depth += (character == '{' || character == '[') ? 1 : 0;
			depth -= (character == '}' || character == ']') ? 1 : 0;
			if (depth == 0 && (character == '"' || character == '}' || character == ']')) {
				break;
			}
		}
		return this.text.substring(start, this.position);
	}

	private static boolean isEnd(char character) {
		return character == '}' || character == ']' || isBetween(character);
	}

	private int endOfString() {
		int end = this.position + 1;
		while (this.text.charAt(end) != '"') {
			end += (this.text.charAt(end) == '\\') ? 2 : 1;
		}
		return end + 1;
	}

}
