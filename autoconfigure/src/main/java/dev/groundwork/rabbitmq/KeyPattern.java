package dev.groundwork.rabbitmq;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of routing keys: one key, or all that a topic exchange takes for a match.
 *
 * @param text the key or pattern
 * @param words its parts
 * @param literal whether it is one key
 */
record KeyPattern(String text, List<Word> words, boolean literal) {

	KeyPattern {
		words = List.copyOf(words);
	}

	static KeyPattern literal(String key) {
		return new KeyPattern(key, split(key).map((word) -> new Word(Kind.TEXT, word)).toList(), true);
	}

	static KeyPattern topic(String pattern) {
		List<Word> words = split(pattern).map(Word::ofTopic).toList();
		return new KeyPattern(pattern, words, words.stream().allMatch((word) -> word.kind() == Kind.TEXT));
	}

	static KeyPattern any() {
		return topic("#");
	}

	private static Stream<String> split(String text) {
		return Arrays.stream(text.split("\\.", -1));
	}

	/**
	 * Tell whether there is a routing key in both sets.
	 * @param other the other set
	 * @return whether the sets overlap
	 */
	boolean overlaps(KeyPattern other) {
		if (this.literal && other.literal) {
			return this.text.equals(other.text);
		}
		return this.words.get(0).mayEqual(other.words.get(0)) && overlapsWordByWord(other);
	}

	private boolean overlapsWordByWord(KeyPattern other) {
		int rows = this.words.size();
		int columns = other.words.size();
		// overlap[i][j]: whether our words from i on and the other's from j on overlap
		boolean[][] overlap = new boolean[rows + 2][columns + 2];
		for (int i = rows; i >= 0; i--) {
			for (int j = columns; j >= 0; j--) {
				boolean ends = i == rows && j == columns;
				boolean ours = isMany(this.words, i) && (overlap[i + 1][j] || (j < columns && overlap[i][j + 1]));
				boolean theirs = isMany(other.words, j) && (overlap[i][j + 1] || (i < rows && overlap[i + 1][j]));
				boolean both = i < rows && j < columns && overlap[i + 1][j + 1] && !isMany(this.words, i)
						&& !isMany(other.words, j) && this.words.get(i).overlaps(other.words.get(j));
				overlap[i][j] = ends || ours || theirs || both;
			}
		}
		return overlap[0][0];
	}

	private static boolean isMany(List<Word> words, int index) {
		return index < words.size() && words.get(index).kind() == Kind.ANY_WORDS;
	}

	@Override
	public String toString() {
		return this.text;
	}

	private enum Kind {

		TEXT, ANY_WORD, ANY_WORDS

	}

	/**
	 * A part between two dots.
	 *
	 * @param kind what it stands for
	 * @param text the word as written
	 */
	record Word(Kind kind, String text) {

		private static Word ofTopic(String text) {
			return new Word(text.equals("#") ? Kind.ANY_WORDS : text.equals("*") ? Kind.ANY_WORD : Kind.TEXT, text);
		}

		private boolean mayEqual(Word other) {
			return this.kind != Kind.TEXT || other.kind != Kind.TEXT || this.text.equals(other.text);
		}

		private boolean overlaps(Word other) {
			return this.kind == Kind.ANY_WORD || other.kind == Kind.ANY_WORD || this.text.equals(other.text);
		}

	}

}
