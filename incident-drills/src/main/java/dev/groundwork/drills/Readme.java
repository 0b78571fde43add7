package dev.groundwork.drills;

import java.util.List;

/**
 * The parts of the README that the drills write themselves.
 */
final class Readme {

	private static final String BEGIN = "<!-- last run: begin -->\n";

	private static final String END = "<!-- last run: end -->";

	private Readme() {
	}

	/**
	 * Put the table of a run between the two markers.
	 * @param readme the README
	 * @param table the table
	 * @return the README with the table
	 */
	static String withLastRun(String readme, String table) {
		int begin = readme.indexOf(BEGIN);
		int end = readme.indexOf(END);
		if (begin < 0 || end < begin) {
			throw new IllegalArgumentException("The README has no '%s' before '%s'".formatted(BEGIN.strip(), END));
		}
		return readme.substring(0, begin + BEGIN.length()) + table + readme.substring(end);
	}

	/**
	 * Return the row of a drill in the list of drills.
	 * @param drill the drill
	 * @return the row
	 */
	static String row(Drill drill) {
		return Table.markdown(List.of("`%s`".formatted(drill.name()), drill.quote().report(),
				"“%s”".formatted(drill.quote().sentence()), drill.shows()));
	}

}
