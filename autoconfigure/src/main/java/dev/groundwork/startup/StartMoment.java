package dev.groundwork.startup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is seen of a start at one moment.
 *
 * @param now the time
 * @param threads the threads of the JVM
 * @param beans the beans that are being created, those of one thread after each other,
 * the outermost first
 * @param running the tasks that run, by the identifier of their thread
 * @param told the waits that have been told by those who wait
 */
record StartMoment(Instant now, List<ThreadSnapshot> threads, List<BeanInCreation> beans,
		Map<Long, TaskSnapshot> running, List<Wait> told) {
}
