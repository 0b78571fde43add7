package dev.groundwork.benchmarks;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * What is promised about a figure of Groundwork.
 *
 * @param text the promise as tables show it, empty if there is none
 * @param excess how far two figures, without and with Groundwork, are beyond what is
 * promised; positive if the promise is broken
 */
record Promise(String text, DoubleBinaryOperator excess) {

	static Promise none() {
		return new Promise("", (plain, groundwork) -> 0);
	}

	/**
	 * Promise that Groundwork needs many times less.
	 * @param times how many times less it needs at least
	 * @return the promise
	 */
	static Promise timesLess(double times) {
		return new Promise(number("%.1f", times), (plain, groundwork) -> times * groundwork - plain);
	}

	/**
	 * Promise that Groundwork needs no more than some share of what plain Spring needs.
	 * @param share the largest share
	 * @return the promise
	 */
	static Promise atMostOfPlain(double share) {
		return new Promise(number("<= %.2f x", share), (plain, groundwork) -> groundwork - share * plain);
	}

	/**
	 * Promise that Groundwork needs no more than some absolute figure.
	 * @param limit the largest figure
	 * @return the promise
	 */
	static Promise atMost(double limit) {
		return new Promise(number("<= %.1f", limit), (plain, groundwork) -> groundwork - limit);
	}

	/**
	 * Promise that Groundwork reaches some absolute figure.
	 * @param limit the smallest figure
	 * @return the promise
	 */
	static Promise atLeast(double limit) {
		return new Promise(number(">= %.1f", limit), (plain, groundwork) -> limit - groundwork);
	}

	/**
	 * Promise that Groundwork needs only so much more than plain Spring.
	 * @param margin the largest difference
	 * @return the promise
	 */
	static Promise atMostAbovePlain(double margin) {
		return new Promise(number("<= +%.1f", margin), (plain, groundwork) -> groundwork - plain - margin);
	}

	boolean isBroken(double plain, double groundwork) {
		return this.excess.applyAsDouble(plain, groundwork) > 0;
	}

	private static String number(String format, double value) {
		return String.format(Locale.ROOT, format, value);
	}

}
