package dev.groundwork.benchmarks;

import java.util.List;

/**
 * How a series of requests was answered.
 *
 * @param all the answers, in the order in which the requests were sent
 */
record Answers(List<Answer> all) {

	Answers {
		all = List.copyOf(all);
		if (all.isEmpty()) {
			throw new IllegalArgumentException("Nothing was asked");
		}
	}

	/**
	 * Return the time within which 99 of 100 requests were answered; one without an
	 * answer counts as long as it was waited for.
	 * @return the 99th percentile in milliseconds
	 */
	double p99() {
		List<Double> sorted = this.all.stream().map(Answer::millis).sorted().toList();
		return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
	}

	double percentWithoutAnswer() {
		return percent(this.all.stream().filter((answer) -> answer.status() == Answer.NONE).count());
	}

	double percentOk() {
		return percent(this.all.stream().filter(Answer::isOk).count());
	}

	private double percent(long count) {
		return 100.0 * count / this.all.size();
	}

}
