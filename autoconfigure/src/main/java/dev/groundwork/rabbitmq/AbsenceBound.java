package dev.groundwork.rabbitmq;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many missing resources are found one by one. Safe for use by several threads.
 */
final class AbsenceBound {

	private final int limit;

	private final AtomicInteger found = new AtomicInteger();

	private AbsenceBound(int limit) {
		this.limit = limit;
	}

	static AbsenceBound none() {
		return new AbsenceBound(Integer.MAX_VALUE);
	}

	static AbsenceBound of(int limit) {
		return new AbsenceBound(limit);
	}

	void count(Verdict verdict) {
		if (verdict.isRefused(BrokerRefusal.NOT_FOUND)) {
			this.found.incrementAndGet();
		}
	}

	boolean isReached() {
		return this.found.get() >= this.limit;
	}

}
