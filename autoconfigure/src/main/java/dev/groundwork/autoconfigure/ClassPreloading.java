package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.core.NativeDetector;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/**
 * Loads classes on another thread shortly before the one that starts the application
 * needs them, which in a JVM that has just started spends a third of its time on that.
 * Which ones is known from services that have started; what an application lacks is
 * passed over. None is initialized: no code runs sooner than it would anyway.
 */
final class ClassPreloading {

	private static final String OF_START = "preloaded-classes.txt";

	private static final String OF_REFUSAL = "refusal-classes.txt";

	private final ClassLoader classLoader;

	private final boolean enabled;

	private final AtomicBoolean begun = new AtomicBoolean();

	private volatile boolean over;

	ClassPreloading(ClassLoader classLoader, boolean enabled) {
		this.classLoader = classLoader;
		this.enabled = enabled;
	}

	/**
	 * Begin to load the classes that most applications need, if enabled, and if there is
	 * something to gain. Has an effect once.
	 */
	void begin() {
		if (this.begun.compareAndSet(false, true) && isOfUse()) {
			Thread thread = new Thread(() -> loadAll(OF_START), "groundwork-preload");
			thread.setDaemon(true);
			thread.start();
		}
	}

	/**
	 * Load the classes that a refusal needs on this thread, if enabled, and if there is
	 * something to gain.
	 */
	void loadRefusal() {
		if (isOfUse()) {
			loadAll(OF_REFUSAL);
		}
	}

	private boolean isOfUse() {
		return this.enabled && !NativeDetector.inNativeImage() && Runtime.getRuntime().availableProcessors() > 1;
	}

	boolean hasBegun() {
		return this.begun.get();
	}

	/**
	 * Load no more of them.
	 */
	void end() {
		this.over = true;
	}

	private void loadAll(String names) {
		try {
			ClassPathResource list = new ClassPathResource(names, ClassPreloading.class);
			load(list.getContentAsString(StandardCharsets.US_ASCII).lines().iterator());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Load classes until there are no more or it is over.
	 * @param names their names
	 */
	void load(Iterator<String> names) {
		Set<String> absent = new HashSet<>();
		while (!this.over && names.hasNext()) {
			// Where every processor is busy, who starts the application goes first
			Thread.yield();
			String name = names.next();
			String packageName = ClassUtils.getPackageName(name);
			if (!absent.contains(packageName) && !load(name)
					&& this.classLoader.getDefinedPackage(packageName) == null) {
				absent.add(packageName);
			}
		}
	}

	private boolean load(String name) {
		try {
			Class.forName(name, false, this.classLoader);
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			// Whoever needs it will meet the same
			return false;
		}
	}

}
