package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/**
 * Puts declarations to the broker until each has a verdict. A refusal closes the lane and
 * hides what is behind it, so the rest goes on in another one. Where a refusal does not
 * say whom it means, ever fewer declarations are tried at once.
 */
final class Trial implements LaneTask {

	private static final int GROWTH = 4;

	private static final int SMALLEST = 8;

	private final LaneSource lanes;

	private final KnownRefusals known;

	private final AbsenceBound bound;

	private final boolean alone;

	private final Queue<Verdict> verdicts = new ConcurrentLinkedQueue<>();

	private volatile List<Declare> pending;

	private int window;

	private boolean halving;

	/**
	 * Create a trial.
	 * @param lanes where lanes come from
	 * @param known refusals that need not be provoked again
	 * @param bound ends the trial early
	 * @param alone whether a refusal that closes the connection is one of our own
	 * @param declares the declarations
	 */
	Trial(LaneSource lanes, KnownRefusals known, AbsenceBound bound, boolean alone, List<Declare> declares) {
		this.lanes = lanes;
		this.known = known;
		this.bound = bound;
		this.alone = alone;
		this.pending = declares;
		this.window = declares.size();
	}

	/**
	 * Run until there is a verdict on everything, the bound is reached, or it cannot be
	 * told who was refused.
	 */
	@Override
	public void run() throws IOException {
		refuseKnown();
		while (!this.pending.isEmpty() && !this.bound.isReached()) {
			List<Declare> part = this.pending.subList(0, Math.min(this.window, this.pending.size()));
			BrokerRefusal refusal = declare(part);
			if (refusal == null) {
				accept(part.size());
				this.window = this.halving ? this.window
						: (int) Math.min(this.pending.size(), (long) this.window * GROWTH);
			}
			else if (refusal.closesConnection() && !judgeClosing(part, refusal)) {
				return;
			}
			else if (!refusal.closesConnection()) {
				judge(part, refusal);
			}
			this.window = Math.max(this.window, 1);
		}
	}

	List<Verdict> verdicts() {
		return List.copyOf(this.verdicts);
	}

	/**
	 * Return what is left without a verdict.
	 * @return what is left
	 */
	List<Declare> pending() {
		return this.pending;
	}

	private @Nullable BrokerRefusal declare(List<Declare> part) throws IOException {
		Lane lane = this.lanes.take();
		try {
			return lane.declare(part);
		}
		finally {
			this.lanes.giveBack(lane);
		}
	}

	private void judge(List<Declare> part, BrokerRefusal refusal) {
		int index = Blame.find(part, refusal);
		if (index == Blame.NOBODY) {
			halve(part);
			return;
		}
		Declare refused = part.get(index);
		accept(index);
		add(new Verdict(refused, refusal));
		this.pending = this.pending.subList(1, this.pending.size());
		this.window = Math.max(GROWTH * index, SMALLEST);
		this.halving = false;
	}

	private boolean judgeClosing(List<Declare> part, BrokerRefusal refusal) {
		if (this.known.learn(refusal, part)) {
			refuseKnown();
			return this.alone;
		}
		if (!this.alone) {
			return false;
		}
		if (part.size() > 1) {
			halve(part);
		}
		else {
			add(new Verdict(part.get(0), refusal));
			this.pending = this.pending.subList(1, this.pending.size());
			this.window = SMALLEST;
			this.halving = false;
		}
		return true;
	}

	private void halve(List<Declare> part) {
		this.window = part.size() / 2;
		this.halving = true;
	}

	private void accept(int count) {
		this.pending.subList(0, count).forEach((declare) -> add(Verdict.accepted(declare)));
		this.pending = this.pending.subList(count, this.pending.size());
	}

	private void refuseKnown() {
		List<Declare> unknown = new ArrayList<>();
		for (Declare declare : this.pending) {
			Optional<BrokerRefusal> refusal = this.known.of(declare);
			refusal.ifPresentOrElse((certain) -> add(new Verdict(declare, certain)), () -> unknown.add(declare));
		}
		this.pending = unknown;
	}

	private void add(Verdict verdict) {
		this.bound.count(verdict);
		this.verdicts.add(verdict);
	}

}
