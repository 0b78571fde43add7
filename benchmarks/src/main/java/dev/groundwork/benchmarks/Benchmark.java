package dev.groundwork.benchmarks;

import java.util.List;
import java.util.function.Consumer;

/**
 * Something measured beside what people have without Groundwork.
 */
interface Benchmark {

	/**
	 * Return the name, by which the command line asks for it.
	 * @return the name
	 */
	String getName();

	/**
	 * Return what is compared with what, and how.
	 * @return one line
	 */
	String getTitle();

	/**
	 * Measure.
	 * @param progress told what is being measured
	 * @return the results
	 * @throws Exception if anything goes wrong
	 */
	List<Comparison> run(Consumer<String> progress) throws Exception;

}
