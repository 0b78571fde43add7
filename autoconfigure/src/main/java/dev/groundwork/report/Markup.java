package dev.groundwork.report;

/**
 * HTML that is being written. Whatever is not a tag or the name of an attribute is
 * escaped.
 */
final class Markup {

	private final StringBuilder html = new StringBuilder();

	/**
	 * Open an element.
	 * @param tag the name of the element
	 * @param attributes names and values, by turns
	 * @return this
	 */
	Markup open(String tag, String... attributes) {
		start(tag, attributes);
		this.html.append('>');
		return this;
	}

	Markup close(String tag) {
		this.html.append("</").append(tag).append('>');
		return this;
	}

	/**
	 * Write an element that has no content.
	 * @param tag the name of the element
	 * @param attributes names and values, by turns
	 * @return this
	 */
	Markup empty(String tag, String... attributes) {
		start(tag, attributes);
		this.html.append("/>");
		return this;
	}

	Markup element(String tag, String text, String... attributes) {
		return open(tag, attributes).text(text).close(tag);
	}

	Markup text(String text) {
		escape(text);
		return this;
	}

	/**
	 * Write the text of a style or a script, in which nothing is escaped.
	 * @param asset the style or the script
	 * @return this
	 */
	Markup raw(PageAsset asset) {
		this.html.append(asset.text());
		return this;
	}

	private void start(String tag, String... attributes) {
		this.html.append('<').append(tag);
		for (int i = 0; i < attributes.length; i += 2) {
			this.html.append(' ').append(attributes[i]).append("=\"");
			escape(attributes[i + 1]);
			this.html.append('"');
		}
	}

	private void escape(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			switch (character) {
				case '<' -> this.html.append("&lt;");
				case '>' -> this.html.append("&gt;");
				case '&' -> this.html.append("&amp;");
				case '"' -> this.html.append("&quot;");
				case '\'' -> this.html.append("&#39;");
				case '\0' -> this.html.append('\uFFFD');
				default -> this.html.append(character);
			}
		}
	}

	@Override
	public String toString() {
		return this.html.toString();
	}

}
