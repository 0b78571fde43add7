package dev.groundwork.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * Bytes on their way. They come out in the order in which they went in.
 */
final class DelayLine {

	private static final int BUFFER_SIZE = 64 * 1024;

	private final DelayQueue<Packet> packets = new DelayQueue<>();

	private final long delayNanos;

	DelayLine(Duration delay) {
		this.delayNanos = delay.toNanos();
	}

	void fill(InputStream input, Runnable onPacket) throws IOException {
		byte[] buffer = new byte[BUFFER_SIZE];
		long number = 0;
		try {
			for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
				put(number++, Arrays.copyOf(buffer, length));
				onPacket.run();
			}
		}
		finally {
			put(number, new byte[0]);
		}
	}

	private void put(long number, byte[] bytes) {
		this.packets.add(new Packet(number, System.nanoTime() + this.delayNanos, bytes));
	}

	void drain(OutputStream output) throws IOException, InterruptedException {
		for (byte[] bytes = this.packets.take().bytes(); bytes.length > 0; bytes = this.packets.take().bytes()) {
			output.write(bytes);
		}
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Packet(long number, long due, byte[] bytes) implements Delayed {

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.due - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(this.number, ((Packet) other).number);
		}

	}

}
