package dev.groundwork.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much there is to guess in a text: the length of the shortest description of it that
 * a reader with little time finds, made of single characters, of runs ({@code 1234},
 * {@code zzzz}, {@code qwerty}) and of repetitions of what came before.
 *
 * @param length how many characters were looked at
 * @param different how many of them are different
 * @param patterned how many of them continue a pattern
 * @param bits the length of the description
 */
record Strength(int length, int different, int patterned, double bits) {

	/**
	 * A random token of 16 bytes has 128 bits. Of a million in each form the shortest
	 * description had 105.
	 */
	private static final double ENOUGH_BITS = 90;

	/** What follows changes nothing any more, or is a repetition itself. */
	private static final int MAX_LENGTH = 256;

	/** That a pattern begins here, in one of 16 places, and which of 8 kinds it is. */
	private static final double PATTERN_BITS = 7;

	private static final int FEW_DIFFERENT = 8;

	private static final String ROWS = " qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn "
			+ "1234567890 1qaz2wsx3edc4rfv5tgb6yhn7ujm ";

	private static final String ROWS_BACKWARDS = new StringBuilder(ROWS).reverse().toString();

	static Strength of(String value) {
		String text = (value.length() > MAX_LENGTH) ? value.substring(0, MAX_LENGTH) : value;
		double characterBits = log2(alphabet(text));
		String lowerCase = text.toLowerCase(Locale.ROOT);
		double bits = 0;
		int patterned = 0;
		for (int i = 0; i < text.length();) {
			int run = run(text, lowerCase, i);
			int repetition = repetition(text, i);
			double savedByRun = run * characterBits - PATTERN_BITS - log2(run + 1);
			double savedByRepetition = repetition * characterBits - PATTERN_BITS - log2(i) - log2(repetition + 1);
			double saved = Math.max(savedByRun, savedByRepetition);
			int covered = (saved <= 0 || i == 0) ? 1 : (savedByRun >= savedByRepetition) ? run : repetition;
			bits += covered * characterBits;
			if (saved > 0 && i > 0) {
				bits -= saved;
				patterned += covered;
			}
			i += covered;
		}
		Map<Character, Integer> counts = counts(text);
		int different = counts.size();
		return new Strength(text.length(), different, patterned,
				Math.min(bits, bitsByFrequency(text.length(), counts.values()) + different * characterBits));
	}

	/**
	 * Return whether the text is mostly a pattern. A short text that is none is not weak,
	 * only short.
	 * @return whether it is easily guessed for its length
	 */
	boolean isWeak() {
		return this.bits < ENOUGH_BITS && this.length > 0
				&& (this.patterned * 2 >= this.length || this.different * FEW_DIFFERENT <= this.length);
	}

	private static int run(String text, String lowerCase, int start) {
		if (start == 0) {
			return 0;
		}
		int longest = 0;
		for (int step = -1; step <= 1; step++) {
			int end = start;
			while (end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
				end++;
			}
			longest = Math.max(longest, end - start);
		}
		return Math.max(longest, Math.max(row(lowerCase, start, ROWS), row(lowerCase, start, ROWS_BACKWARDS)));
	}

	private static int row(String lowerCase, int start, String rows) {
		int end = start;
		while (end < lowerCase.length() && rows.contains(lowerCase.substring(end - 1, end + 1))
				&& lowerCase.charAt(end) != ' ' && lowerCase.charAt(end - 1) != ' ') {
			end++;
		}
		return end - start;
	}

	private static int repetition(String text, int start) {
		int longest = 0;
		for (int earlier = 0; earlier < start; earlier++) {
			int length = 0;
			while (start + length < text.length() && text.charAt(earlier + length) == text.charAt(start + length)) {
				length++;
			}
			longest = Math.max(longest, length);
		}
		return longest;
	}

	private static int alphabet(String text) {
		boolean digits = has(text, '0', '9');
		boolean lowerCase = has(text, 'a', 'z');
		boolean upperCase = has(text, 'A', 'Z');
		if (digits && lowerCase != upperCase && text.matches("[0-9a-fA-F]+")) {
			return 16;
		}
		boolean symbols = has(text, ' ', '/') || has(text, ':', '@') || has(text, '[', '`') || has(text, '{', '~');
		boolean others = has(text, 0, 31) || has(text, 127, Character.MAX_VALUE);
		return (digits ? 10 : 0) + (lowerCase ? 26 : 0) + (upperCase ? 26 : 0) + (symbols ? 33 : 0)
				+ (others ? 161 : 0);
	}

	private static boolean has(String text, int from, int to) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= from && text.charAt(i) <= to) {
				return true;
			}
		}
		return false;
	}

	private static Map<Character, Integer> counts(String text) {
		Map<Character, Integer> counts = new HashMap<>();
		for (int i = 0; i < text.length(); i++) {
			counts.merge(text.charAt(i), 1, Integer::sum);
		}
		return counts;
	}

	private static double bitsByFrequency(int length, Collection<Integer> counts) {
		double bits = 0;
		for (int count : counts) {
			bits += count * log2((double) length / count);
		}
		return bits;
	}

	private static double log2(double number) {
		return Math.log(number) / Math.log(2);
	}

}
