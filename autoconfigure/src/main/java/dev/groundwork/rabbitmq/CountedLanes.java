package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lanes of another source, counted as they are taken: as long as the count grows,
 * something moves.
 */
final class CountedLanes implements LaneSource {

	private final LaneSource source;

	private final AtomicLong taken = new AtomicLong();

	CountedLanes(LaneSource source) {
		this.source = source;
	}

	@Override
	public Lane take() throws IOException {
		this.taken.incrementAndGet();
		return this.source.take();
	}

	@Override
	public void giveBack(Lane lane) {
		this.source.giveBack(lane);
	}

	@Override
	public void abort() {
		this.source.abort();
	}

	long taken() {
		return this.taken.get();
	}

}
