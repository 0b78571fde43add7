package dev.groundwork.startup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.metrics.StartupStep;

/**
 * The beans that are being created on each thread, as told by the steps of the start.
 * Written by the threads that create beans, none of which waits for another; read by any.
 */
final class BeansInCreation {

	private static final String STEP = "spring.beans.instantiate";

	private static final String NAME = "beanName";

	private final Map<Thread, OpenBean> innermost = new ConcurrentHashMap<>();

	private final LongAdder steps = new LongAdder();

	private volatile boolean ended;

	StartupStep observed(String name, StartupStep step) {
		if (this.ended) {
			return step;
		}
		this.steps.increment();
		return name.equals(STEP) ? new OpenBean(step) : step;
	}

	/**
	 * Observe nothing from now on: the start is over.
	 */
	void end() {
		this.ended = true;
		this.innermost.clear();
	}

	/**
	 * Return how many steps of the start have begun.
	 * @return a number that grows as long as the start gets any further
	 */
	long steps() {
		return this.steps.sum();
	}

	/**
	 * Return the beans that are being created.
	 * @param now the time at this moment
	 * @return those of one thread after each other, the outermost first
	 */
	List<BeanInCreation> snapshot(Instant now) {
		long nanos = System.nanoTime();
		List<List<BeanInCreation>> all = new ArrayList<>();
		this.innermost.forEach((thread, bean) -> all.add(ofThread(thread, bean, now, nanos)));
		return all.stream()
			.filter((beans) -> !beans.isEmpty())
			.sorted(Comparator.comparing((beans) -> beans.get(0).since()))
			.flatMap(List::stream)
			.toList();
	}

	private static List<BeanInCreation> ofThread(Thread thread, OpenBean innermost, Instant now, long nanos) {
		List<BeanInCreation> beans = new ArrayList<>();
		for (OpenBean bean = innermost.firstOpen(); bean != null; bean = bean.outer()) {
			beans.add(new BeanInCreation(bean.beanName, now.minusNanos(Math.max(0, nanos - bean.opened)),
					thread.getName(), thread.getId()));
		}
		Collections.reverse(beans);
		return beans;
	}

	private final class OpenBean implements StartupStep {

		private final StartupStep step;

		private final Thread thread = Thread.currentThread();

		private final long opened = System.nanoTime();

		private String beanName = "";

		private @Nullable OpenBean outer;

		private volatile boolean closed;

		OpenBean(StartupStep step) {
			this.step = step;
		}

		private @Nullable OpenBean outer() {
			return (this.outer != null) ? this.outer.firstOpen() : null;
		}

		private @Nullable OpenBean firstOpen() {
			OpenBean bean = this;
			while (bean != null && bean.closed) {
				bean = bean.outer;
			}
			return bean;
		}

		@Override
		public String getName() {
			return this.step.getName();
		}

		@Override
		public long getId() {
			return this.step.getId();
		}

		@Override
		public @Nullable Long getParentId() {
			return this.step.getParentId();
		}

		@Override
		public StartupStep tag(String key, String value) {
			this.step.tag(key, value);
			if (key.equals(NAME) && this.beanName.isEmpty()) {
				this.beanName = value.startsWith("&") ? value.substring(1) : value;
				this.outer = BeansInCreation.this.innermost.get(this.thread);
				BeansInCreation.this.innermost.put(this.thread, this);
			}
			return this;
		}

		@Override
		public StartupStep tag(String key, Supplier<String> value) {
			this.step.tag(key, value);
			return this;
		}

		@Override
		public Tags getTags() {
			return this.step.getTags();
		}

		@Override
		public void end() {
			this.closed = true;
			BeansInCreation.this.innermost.computeIfPresent(this.thread, (thread, bean) -> bean.firstOpen());
			this.step.end();
		}

	}

}
