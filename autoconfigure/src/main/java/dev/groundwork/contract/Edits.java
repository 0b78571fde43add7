package dev.groundwork.contract;

/**
 * The number of characters to insert, delete, replace or swap with their neighbour to
 * turn one text into another.
 */
final class Edits {

	private Edits() {
	}

	static int between(String from, String to) {
		int[][] edits = new int[from.length() + 1][to.length() + 1];
		for (int i = 0; i <= from.length(); i++) {
			for (int j = 0; j <= to.length(); j++) {
				edits[i][j] = (i == 0 || j == 0) ? i + j : fewest(edits, from, to, i, j);
			}
		}
		return edits[from.length()][to.length()];
	}

	private static int fewest(int[][] edits, String from, String to, int i, int j) {
		int replaced = edits[i - 1][j - 1] + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
		int fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
		boolean swapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
				&& from.charAt(i - 2) == to.charAt(j - 1);
		return swapped ? Math.min(fewest, 1 + edits[i - 2][j - 2]) : fewest;
	}

}
