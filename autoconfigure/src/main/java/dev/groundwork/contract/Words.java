package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a name, whatever its case and separators: {@code JWT_SECRET},
 * {@code jwt.secret} and {@code jwtSecret} are the same two words.
 *
 * @param words the words in lower case
 * @param joined the words in one
 */
record Words(List<String> words, String joined) {

	/**
	 * Words that say what kind of thing a name is, not what it belongs to.
	 */
	private static final Set<String> GENERIC = Set.of("secret", "secrets", "key", "token", "password", "pass", "pwd",
			"credential", "credentials", "value", "id", "private", "public", "api", "access");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	Words(List<String> words) {
		this(List.copyOf(words), String.join("", words));
	}

	static Words of(String name) {
		List<String> words = new ArrayList<>();
		int begin = 0;
		for (int i = 0; i <= name.length(); i++) {
			boolean ends = i == name.length() || !isPartOfWord(name.charAt(i));
			if (ends || (i > begin && isCaseChange(name.charAt(i - 1), name.charAt(i)))) {
				if (i > begin) {
					words.add(name.substring(begin, i).toLowerCase(Locale.ROOT));
				}
				begin = ends ? i + 1 : i;
			}
		}
		return new Words(words);
	}

	private static boolean isPartOfWord(char character) {
		return isUpperCase(character) || isLowerCaseOrDigit(character);
	}

	private static boolean isCaseChange(char before, char after) {
		return isLowerCaseOrDigit(before) && isUpperCase(after);
	}

	private static boolean isUpperCase(char character) {
		return character >= 'A' && character <= 'Z';
	}

	private static boolean isLowerCaseOrDigit(char character) {
		return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
	}

	/**
	 * Return how far apart two names are if one was probably meant to be the other.
	 * @param other the words of the other name
	 * @return the distance, {@code 0} for the same words, or empty if the names have
	 * nothing to do with each other
	 */
	OptionalInt distance(Words other) {
		if (this.joined.equals(other.joined)) {
			return OptionalInt.of(0);
		}
		if (this.joined.length() == other.joined.length() && sorted().equals(other.sorted())) {
			return OptionalInt.of(1);
		}
		int allowed = allowedEdits(Math.max(this.joined.length(), other.joined.length()));
		// counting the edits costs most of all
		if (Math.abs(this.joined.length() - other.joined.length()) <= allowed) {
			int edits = Edits.between(this.joined, other.joined);
			if (edits <= allowed && !differsInNumbers(other)) {
				return OptionalInt.of(edits);
			}
		}
		return (hasOneWordMoreThan(other) || other.hasOneWordMoreThan(this)) ? OptionalInt.of(2) : OptionalInt.empty();
	}

	/**
	 * A word in front says what a name belongs to, so {@code STRIPE_SECRET_KEY} is not a
	 * {@code SECRET_KEY}; but where the rest says so too, {@code MY_JWT_SECRET} is a
	 * {@code JWT_SECRET}.
	 */
	private boolean hasOneWordMoreThan(Words other) {
		if (this.words.size() != other.words.size() + 1) {
			return false;
		}
		boolean specific = !GENERIC.containsAll(other.words);
		boolean named = other.words.size() > 1 || !specific;
		for (int i = 0; i < this.words.size(); i++) {
			if (without(i).equals(other.words)) {
				return named && (i > 0 || specific);
			}
		}
		return false;
	}

	private List<String> without(int index) {
		List<String> words = new ArrayList<>(this.words);
		words.remove(index);
		return words;
	}

	/** {@code DB1_PASSWORD} and {@code DB2_PASSWORD} are two things, not one misspelt. */
	private boolean differsInNumbers(Words other) {
		List<String> numbers = numbers();
		List<String> otherNumbers = other.numbers();
		return !numbers.isEmpty() && !otherNumbers.isEmpty() && !numbers.equals(otherNumbers);
	}

	private List<String> numbers() {
		return NUMBER.matcher(String.join(" ", this.words)).results().map(MatchResult::group).toList();
	}

	private List<String> sorted() {
		return this.words.stream().sorted().toList();
	}

	private static int allowedEdits(int length) {
		if (length < 5) {
			return 0;
		}
		return (length < 12) ? 1 : 2;
	}

}
