package dev.groundwork.startup;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads the threads of the JVM. Virtual threads are not among them.
 */
final class JvmThreads {

	/**
	 * Enough to see through the frames of a lock to who has called it.
	 */
	private static final int CALLER_DEPTH = 24;

	private static final int STACK_DEPTH = 200;

	private static final String BEAN_FACTORY = "org.springframework.beans.factory.support.";

	/**
	 * Return what every thread is doing.
	 * @param creators the threads that create beans
	 * @return a snapshot of each
	 */
	List<ThreadSnapshot> snapshot(Set<Long> creators) {
		Map<Long, ThreadInfo> found = new LinkedHashMap<>();
		read(threads().getAllThreadIds(), 1).forEach((info) -> found.put(info.getThreadId(), info));
		read(ids(creators), CALLER_DEPTH).forEach((info) -> found.put(info.getThreadId(), info));
		return found.values().stream().map(JvmThreads::snapshot).toList();
	}

	/**
	 * Return the stacks of threads.
	 * @param names the names of the threads
	 * @return a stack for each that still lives
	 */
	List<ThreadStack> stacks(Set<String> names) {
		long[] named = read(threads().getAllThreadIds(), 0).filter((info) -> names.contains(info.getThreadName()))
			.mapToLong(ThreadInfo::getThreadId)
			.toArray();
		return read(named, STACK_DEPTH).map(ThreadStack::of).toList();
	}

	// Loaded where it is needed only: a start that goes well does not
	private static ThreadMXBean threads() {
		return ManagementFactory.getThreadMXBean();
	}

	private static Stream<ThreadInfo> read(long[] ids, int depth) {
		return Arrays.stream(threads().getThreadInfo(ids, depth)).filter(Objects::nonNull);
	}

	private static long[] ids(Set<Long> ids) {
		return ids.stream().mapToLong(Long::longValue).toArray();
	}

	private static ThreadSnapshot snapshot(ThreadInfo info) {
		StackTraceElement[] stack = info.getStackTrace();
		boolean blocked = info.getThreadState() == Thread.State.BLOCKED || isWaiting(info);
		// Who holds a monitor that somebody waits to be notified of is no matter
		boolean notified = stack.length > 0 && stack[0].getClassName().equals(Object.class.getName());
		long owner = (notified && isWaiting(info)) ? ThreadSnapshot.NOBODY : info.getLockOwnerId();
		return new ThreadSnapshot(info.getThreadId(), info.getThreadName(), blocked, lock(info.getLockInfo()), owner,
				blocked && isCalledByBeanFactory(stack));
	}

	private static boolean isWaiting(ThreadInfo info) {
		return info.getThreadState() == Thread.State.WAITING || info.getThreadState() == Thread.State.TIMED_WAITING;
	}

	private static @Nullable String lock(@Nullable LockInfo lock) {
		return (lock != null) ? "%s@%x".formatted(simpleName(lock.getClassName()), lock.getIdentityHashCode()) : null;
	}

	private static String simpleName(String className) {
		return className.substring(className.lastIndexOf('.') + 1);
	}

	private static boolean isCalledByBeanFactory(StackTraceElement[] stack) {
		return Arrays.stream(stack)
			.filter((frame) -> !ThreadStack.isOfJvm(frame))
			.findFirst()
			.filter((frame) -> frame.getClassName().startsWith(BEAN_FACTORY))
			.isPresent();
	}

}
