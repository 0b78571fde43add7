package dev.groundwork.startup;

import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The stack of a thread, as far as it tells anything about the application.
 *
 * @param thread the name of the thread
 * @param state what the thread is doing
 * @param frames the frames, the innermost first
 */
record ThreadStack(String thread, String state, List<StackTraceElement> frames) {

	private static final int MOST_LINES = 20;

	private static final List<String> JVM = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

	private static final List<String> FRAMEWORK = List.of("org.springframework.beans.factory.support.",
			"org.springframework.aop.framework.", "org.springframework.boot.SpringApplication",
			"org.springframework.context.support.");

	static ThreadStack of(ThreadInfo info) {
		String lock = (info.getLockName() != null) ? " on " + info.getLockName() : "";
		String owner = (info.getLockOwnerName() != null) ? " held by '%s'".formatted(info.getLockOwnerName()) : "";
		return new ThreadStack(info.getThreadName(), info.getThreadState() + lock + owner,
				List.of(info.getStackTrace()));
	}

	static boolean isOfJvm(StackTraceElement frame) {
		return JVM.stream().anyMatch(frame.getClassName()::startsWith);
	}

	private static @Nullable String folded(StackTraceElement frame) {
		if (isOfJvm(frame)) {
			return "the JVM";
		}
		return FRAMEWORK.stream().anyMatch(frame.getClassName()::startsWith) ? "Spring" : null;
	}

	private static String text(StackTraceElement frame) {
		// Without its module and class loader
		return new StackTraceElement(frame.getClassName(), frame.getMethodName(), frame.getFileName(),
				frame.getLineNumber())
			.toString();
	}

	/**
	 * Return the stack for people: the innermost frame, and of the others only those of
	 * the application.
	 * @return at most {@value #MOST_LINES} lines
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("Thread '%s' (%s)".formatted(this.thread, this.state));
		for (int index = 0; index < this.frames.size() && lines.size() < MOST_LINES;) {
			String fold = (index > 0) ? folded(this.frames.get(index)) : null;
			int end = index + 1;
			while (fold != null && end < this.frames.size() && fold.equals(folded(this.frames.get(end)))) {
				end++;
			}
			lines.add((fold != null) ? "    … %d of %s".formatted(end - index, fold)
					: "    at " + text(this.frames.get(index)));
			index = end;
		}
		return lines;
	}

}
