package dev.groundwork.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * The middle of several measurements.
 */
final class Median {

	private final List<Double> values = new ArrayList<>();

	void addNanos(long nanos) {
		add(nanos / 1e6);
	}

	void add(double value) {
		this.values.add(value);
	}

	double get() {
		List<Double> sorted = this.values.stream().sorted().toList();
		if (sorted.isEmpty()) {
			throw new IllegalStateException("Nothing was measured");
		}
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
