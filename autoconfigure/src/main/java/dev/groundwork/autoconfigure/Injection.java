package dev.groundwork.autoconfigure;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.Aware;

/**
 * Whether a container must put something into an object before it can be used.
 */
final class Injection {

	private static final Set<String> ANNOTATIONS = Set.of("Autowired", "Value", "Inject", "Resource",
			"PersistenceContext");

	private Injection() {
	}

	static boolean isAbsentFrom(Class<?> type) {
		if (Aware.class.isAssignableFrom(type) || !hasDefaultConstructor(type)) {
			return false;
		}
		// those of Spring need nothing that is not told by an interface or a constructor
		for (Class<?> current = type; current != null && current != Object.class
				&& !current.getName().startsWith("org.springframework."); current = current.getSuperclass()) {
			if (Stream.concat(Arrays.stream(current.getDeclaredFields()), Arrays.stream(current.getDeclaredMethods()))
				.anyMatch(Injection::isInjected)) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasDefaultConstructor(Class<?> type) {
		return Arrays.stream(type.getDeclaredConstructors())
			.anyMatch((constructor) -> constructor.getParameterCount() == 0);
	}

	private static boolean isInjected(AnnotatedElement member) {
		return Arrays.stream(member.getDeclaredAnnotations())
			.map(Annotation::annotationType)
			.anyMatch((type) -> ANNOTATIONS.contains(type.getSimpleName()));
	}

}
