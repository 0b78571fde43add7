package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClassPreloading}.
 */
class ClassPreloadingTests {

	private static final String FIRST = ClassPreloadingTests.class.getName() + "$First";

	private static final String SECOND = ClassPreloadingTests.class.getName() + "$Second";

	private final RecordingClassLoader classLoader = new RecordingClassLoader();

	private final ClassPreloading preloading = new ClassPreloading(this.classLoader, true);

	@AfterEach
	void closeClassLoader() throws IOException {
		this.classLoader.close();
	}

	@Test
	void loadsWithoutInitializing() {
		System.clearProperty(First.INITIALIZED);
		load(FIRST);
		assertThat(this.classLoader.isLoaded(FIRST)).isTrue();
		assertThat(System.getProperty(First.INITIALIZED)).isNull();
	}

	@Test
	void looksOnceForAPackageThatIsAbsent() {
		load("absent.One", "absent.Two", FIRST);
		assertThat(this.classLoader.asked).contains("absent.One").doesNotContain("absent.Two");
		assertThat(this.classLoader.isLoaded(FIRST)).isTrue();
	}

	@Test
	void looksForOthersInAPackageOfWhichAClassIsMissing() {
		load(FIRST, ClassPreloadingTests.class.getName() + "$Missing", SECOND);
		assertThat(this.classLoader.isLoaded(SECOND)).isTrue();
	}

	@Test
	void passesOverAClassThatLacksAnother() {
		this.classLoader.missing = Lacked.class.getName();
		load(Lacking.class.getName(), FIRST);
		assertThat(this.classLoader.isLoaded(Lacking.class.getName())).isFalse();
		assertThat(this.classLoader.isLoaded(FIRST)).isTrue();
	}

	@Test
	void loadsWhatARefusalNeedsOnTheThreadThatAsks() {
		this.preloading.loadRefusal();
		assertThat(this.classLoader.asked).contains(EarlyRefusal.class.getName());
	}

	@Test
	void loadsNothingForARefusalWhereItIsSwitchedOff() {
		new ClassPreloading(this.classLoader, false).loadRefusal();
		assertThat(this.classLoader.asked).isEmpty();
	}

	@Test
	void loadsNoMoreWhenItIsOver() {
		Iterator<String> names = List.of(FIRST, SECOND).iterator();
		this.preloading.load(new Iterator<>() {

			@Override
			public boolean hasNext() {
				return names.hasNext();
			}

			@Override
			public String next() {
				ClassPreloadingTests.this.preloading.end();
				return names.next();
			}

		});
		assertThat(this.classLoader.isLoaded(SECOND)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "preloaded-classes.txt", "refusal-classes.txt" })
	void everyClassOfGroundworkThatItLoadsExists(String list) throws IOException {
		assertThat(new ClassPathResource(list, ClassPreloading.class).getContentAsString(StandardCharsets.US_ASCII)
			.lines()
			.filter((name) -> name.startsWith("dev.groundwork."))).isNotEmpty()
			.allMatch((name) -> ClassUtils.isPresent(name, ClassPreloading.class.getClassLoader()));
	}

	private void load(String... names) {
		this.preloading.load(List.of(names).iterator());
	}

	static class First {

		static final String INITIALIZED = "groundwork.test.initialized";

		static {
			System.setProperty(INITIALIZED, "true");
		}

	}

	static class Second {

	}

	static class Lacked {

	}

	static class Lacking extends Lacked {

	}

	/**
	 * Defines the classes of this test anew.
	 */
	private static final class RecordingClassLoader extends URLClassLoader {

		private final List<String> asked = new ArrayList<>();

		private String missing = "";

		RecordingClassLoader() {
			super(new URL[] { ClassPreloadingTests.class.getProtectionDomain().getCodeSource().getLocation() },
					ClassLoader.getPlatformClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			this.asked.add(name);
			if (name.equals(this.missing)) {
				throw new ClassNotFoundException(name);
			}
			return super.loadClass(name, resolve);
		}

		boolean isLoaded(String name) {
			return findLoadedClass(name) != null;
		}

	}

}
