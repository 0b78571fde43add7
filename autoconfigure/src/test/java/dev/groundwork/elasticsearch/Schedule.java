package dev.groundwork.elasticsearch;

import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Lets one of several threads go on at a time, as decided; some fail at their point. Once
 * the decisions are used up each goes on in turn, and nothing fails any more.
 */
final class Schedule {

	private static final int CHOICES = 10;

	private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

	private final Iterator<Integer> decisions;

	private int turn;

	Schedule(List<Integer> decisions) {
		this.decisions = decisions.iterator();
	}

	void run(List<Actor> actors) throws Exception {
		for (int i = 0; i < actors.size(); i++) {
			int number = i;
			Thread thread = new Thread(() -> this.arrivals.add(runToEnd(number, actors.get(number))));
			thread.setDaemon(true);
			thread.start();
		}
		TreeMap<Integer, Arrival> waiting = new TreeMap<>();
		int running = actors.size();
		while (running > 0) {
			while (waiting.size() < running) {
				Arrival arrival = this.arrivals.poll(10, TimeUnit.SECONDS);
				if (arrival == null || arrival.failure() != null) {
					throw new AssertionError("An actor hangs or has failed",
							(arrival != null) ? arrival.failure() : null);
				}
				if (arrival.ended()) {
					running--;
				}
				else {
					waiting.put(arrival.actor(), arrival);
				}
			}
			if (running > 0) {
				int decision = this.decisions.hasNext() ? this.decisions.next() : this.turn++ * CHOICES;
				List<Integer> numbers = List.copyOf(waiting.keySet());
				Arrival next = waiting.remove(numbers.get((decision / CHOICES) % numbers.size()));
				next.fails().complete(decision % CHOICES >= CHOICES - 2);
			}
		}
	}

	private Arrival runToEnd(int number, Actor actor) {
		try {
			actor.run(() -> comeTo(number));
			return new Arrival(number, true, null, new CompletableFuture<>());
		}
		catch (Throwable ex) {
			return new Arrival(number, true, ex, new CompletableFuture<>());
		}
	}

	private void comeTo(int number) {
		Arrival arrival = new Arrival(number, false, null, new CompletableFuture<>());
		this.arrivals.add(arrival);
		if (arrival.fails().orTimeout(10, TimeUnit.SECONDS).join()) {
			throw ModelVersionServer.failure();
		}
	}

	/**
	 * What a thread does.
	 */
	@FunctionalInterface
	interface Actor {

		void run(Runnable point);

	}

	/**
	 * A thread that has come to a point or to its end.
	 */
	private record Arrival(int actor, boolean ended, @Nullable Throwable failure, CompletableFuture<Boolean> fails) {
	}

}
