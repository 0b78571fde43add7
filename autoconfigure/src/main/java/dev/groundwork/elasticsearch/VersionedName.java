package dev.groundwork.elasticsearch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an index that is an alias, and the names that follow from it.
 *
 * @param alias the name that the application uses
 */
record VersionedName(String alias) {

	String version(int number) {
		return this.alias + "-v" + number;
	}

	/**
	 * Return the alias through which documents are copied into a version. A version has
	 * it from its creation until it is put into service or given up, and never again.
	 * @param number the number of the version
	 * @return the alias
	 */
	String copyAlias(int number) {
		return version(number) + "-copy";
	}

	String allVersions() {
		return this.alias + "-v*";
	}

	String allCopyAliases() {
		return this.alias + "-v*-copy";
	}

	/**
	 * Return which version an index is.
	 * @param index the name of the index
	 * @return the number, 0 if the index is not a version
	 */
	int number(String index) {
		Matcher matcher = Pattern.compile(Pattern.quote(this.alias) + "-v([1-9]\\d{0,8})").matcher(index);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
	}

}
