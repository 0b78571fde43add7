package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Puts many declarations to the broker on several lanes at once. The calling thread only
 * waits: it can be interrupted, and it gives up when nothing moves for a while.
 */
final class Lanes {

	/**
	 * Number of lanes: with more of them the broker is not faster.
	 */
	static final int WIDTH = 16;

	private final CountedLanes source;

	private final KnownRefusals known = new KnownRefusals();

	private final PatientWait wait;

	/**
	 * Create lanes.
	 * @param source where they come from
	 * @param executor runs them, {@link #WIDTH} at once
	 * @param patience how long nothing may move
	 */
	Lanes(LaneSource source, Executor executor, Duration patience) {
		this.source = new CountedLanes(source);
		this.wait = new PatientWait(executor, this.source::taken, source::abort, patience);
	}

	/**
	 * Open a lane before it is needed.
	 * @throws IOException if the broker cannot be reached
	 */
	void prepare() throws IOException {
		run(() -> this.source.giveBack(this.source.take()));
	}

	/**
	 * Put all declarations to the broker in one go, on one lane.
	 * @param declares the declarations
	 * @return whether it accepted every one; if not, nothing is known about any
	 * @throws IOException if the broker cannot be reached any more
	 */
	boolean accept(List<Declare> declares) throws IOException {
		AtomicBoolean accepted = new AtomicBoolean(declares.isEmpty());
		if (!declares.isEmpty()) {
			run(() -> {
				Lane lane = this.source.take();
				try {
					accepted.set(lane.declare(declares) == null);
				}
				finally {
					this.source.giveBack(lane);
				}
			});
		}
		return accepted.get();
	}

	private void run(LaneTask task) throws IOException {
		IOException loss = this.wait.run(List.of(task), () -> {
		});
		if (loss != null) {
			throw loss;
		}
	}

	/**
	 * Put the declarations to the broker until there is a verdict on each.
	 * @param declares the declarations, of different resources
	 * @param chunk how many go to one lane at once
	 * @param bound ends it early
	 * @param progress told again and again how many have a verdict
	 * @return the verdicts; if the bound was reached or the broker lost, not on
	 * everything
	 */
	Judgement judge(Collection<Declare> declares, int chunk, AbsenceBound bound, IntConsumer progress) {
		List<Verdict> verdicts = new ArrayList<>();
		List<Declare> pending = List.copyOf(declares);
		IOException loss = null;
		boolean alone = false;
		while (!pending.isEmpty() && !bound.isReached() && loss == null) {
			List<Trial> trials = trials(alone ? List.of(pending) : deal(pending, chunk), bound, alone);
			AtomicInteger done = new AtomicInteger(verdicts.size());
			loss = this.wait.run(trials, () -> progress.accept(Math.min(done.addAndGet(chunk), declares.size())));
			trials.forEach((trial) -> verdicts.addAll(trial.verdicts()));
			List<Declare> left = trials.stream().flatMap((trial) -> trial.pending().stream()).toList();
			alone = left.size() == pending.size();
			pending = left;
		}
		return Judgement.of(verdicts, loss);
	}

	private List<Trial> trials(List<List<Declare>> parts, AbsenceBound bound, boolean alone) {
		return parts.stream().map((part) -> new Trial(this.source, this.known, bound, alone, part)).toList();
	}

	// Like cards, so that neighbours, which are often missing together, get into the
	// hands of different lanes
	private static List<List<Declare>> deal(List<Declare> declares, int chunk) {
		int hands = (declares.size() + chunk - 1) / chunk;
		return IntStream.range(0, hands).mapToObj((hand) -> hand(declares, hand, hands)).toList();
	}

	private static List<Declare> hand(List<Declare> declares, int hand, int hands) {
		return IntStream.iterate(hand, (index) -> index < declares.size(), (index) -> index + hands)
			.mapToObj(declares::get)
			.toList();
	}

}
