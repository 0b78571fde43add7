package dev.groundwork.provision;

import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Runs replicas on threads of their own, but only one of them at a time: at every point
 * the next decision says which replica goes on and whether it fails or dies there. The
 * same decisions make the same run; once they are used up nothing fails any more and each
 * replica has its turn.
 */
final class Interleaving {

	private static final long PATIENCE_SECONDS = 10;

	private final BlockingQueue<Turn> arrivals = new LinkedBlockingQueue<>();

	private final Iterator<Integer> decisions;

	private final TreeMap<Integer, Turn> waiting = new TreeMap<>();

	private int rounds;

	Interleaving(List<Integer> decisions) {
		this.decisions = decisions.iterator();
	}

	/**
	 * Run the given number of replicas until each has ended.
	 * @param replicas the number of replicas
	 * @param replica what each does
	 * @throws InterruptedException if the thread was interrupted
	 */
	void run(int replicas, Replica replica) throws InterruptedException {
		for (int i = 0; i < replicas; i++) {
			int number = i;
			Thread thread = new Thread(() -> this.arrivals.add(runToEnd(number, replica)), "replica-" + i);
			thread.setDaemon(true);
			thread.start();
		}
		int running = replicas;
		while (running > 0) {
			while (this.waiting.size() < running) {
				Turn turn = arrival();
				if (turn.ended()) {
					running--;
				}
				else {
					this.waiting.put(turn.replica(), turn);
				}
			}
			if (running > 0) {
				next();
			}
		}
	}

	private Turn arrival() throws InterruptedException {
		Turn turn = this.arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (turn == null) {
			throw new AssertionError("A replica neither came to its next point nor ended");
		}
		if (turn.failure() != null) {
			throw new AssertionError("Replica %d failed".formatted(turn.replica()), turn.failure());
		}
		return turn;
	}

	private void next() {
		int decision = this.decisions.hasNext() ? this.decisions.next() : this.rounds++ * Fate.DECISIONS;
		List<Turn> turns = List.copyOf(this.waiting.values());
		Turn turn = turns.get((decision / Fate.DECISIONS) % turns.size());
		this.waiting.remove(turn.replica());
		turn.fate().complete(Fate.of(decision % Fate.DECISIONS));
	}

	private Turn runToEnd(int number, Replica replica) {
		try {
			replica.run(number, (point) -> comeTo(number, point));
			return Turn.end(number, null);
		}
		catch (Exception | Error ex) {
			return Turn.end(number, ex);
		}
	}

	private void comeTo(int replica, String point) {
		Turn turn = new Turn(replica, false, null, new CompletableFuture<>());
		this.arrivals.add(turn);
		switch (turn.await()) {
			case FAIL -> throw new DiagnosedException(
					new Diagnosis(FailureKind.TRANSIENT, "fake server", "failed at " + point, "", ""), null);
			case DIE -> throw new Death();
			case GO_ON -> {
			}
		}
	}

	/**
	 * What a replica does.
	 */
	@FunctionalInterface
	interface Replica {

		void run(int number, FakeBackEnd.Disturbance disturbance) throws Exception;

	}

	/**
	 * What becomes of a replica at a point.
	 */
	private enum Fate {

		GO_ON, FAIL, DIE;

		private static final int DECISIONS = 10;

		private static final int FIRST_DEATH = 9;

		private static final int FIRST_FAILURE = 7;

		static Fate of(int decision) {
			if (decision >= FIRST_DEATH) {
				return DIE;
			}
			return (decision >= FIRST_FAILURE) ? FAIL : GO_ON;
		}

	}

	/**
	 * A replica that has come to a point or to its end.
	 */
	private record Turn(int replica, boolean ended, @Nullable Throwable failure, CompletableFuture<Fate> fate) {

		static Turn end(int replica, @Nullable Throwable failure) {
			return new Turn(replica, true, failure, new CompletableFuture<>());
		}

		Fate await() {
			try {
				return this.fate.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			}
			catch (InterruptedException | ExecutionException | TimeoutException ex) {
				throw new IllegalStateException("Nobody decided what becomes of replica " + this.replica, ex);
			}
		}

	}

	/**
	 * The death of the process of a replica.
	 */
	static final class Death extends Error {

		private static final long serialVersionUID = 1L;

	}

}
