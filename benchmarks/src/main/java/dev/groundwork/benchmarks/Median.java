package dev.groundwork.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * The middle of several measurements, in milliseconds.
 */
final class Median {

	private final List<Double> millis = new ArrayList<>();

	void add(long nanos) {
		this.millis.add(nanos / 1e6);
	}

	double get() {
		List<Double> sorted = this.millis.stream().sorted().toList();
		if (sorted.isEmpty()) {
			throw new IllegalStateException("Nothing was measured");
		}
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
