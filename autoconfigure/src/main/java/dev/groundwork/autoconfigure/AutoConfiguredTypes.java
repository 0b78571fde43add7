package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/**
 * The types of properties that auto-configurations of Spring Boot enable, and those of
 * Groundwork, found without loading a class or asking for a condition. For the version of
 * Spring Boot that Groundwork is built with they are known; else class files are read.
 *
 * @param prefixes the prefixes by the names of the types, by the names of the
 * auto-configurations
 */
record AutoConfiguredTypes(Map<String, Map<String, String>> prefixes) {

	private static final String KNOWN = "auto-configured-types.txt";

	/**
	 * Begin to find the types on another thread.
	 * @param configurations the names of auto-configurations
	 * @param classLoader the class loader of the application
	 * @return takes part in it and returns the types, {@code null} if nobody can say
	 */
	static Supplier<@Nullable AutoConfiguredTypes> find(Collection<String> configurations,
			@Nullable ClassLoader classLoader) {
		Map<String, Map<String, String>> known = known(SpringBootVersion.getVersion());
		Map<String, Map<String, String>> prefixes = new LinkedHashMap<>();
		List<Callable<AutoConfiguredTypes>> unknown = new ArrayList<>();
		for (String configuration : configurations) {
			Map<String, String> types = known.get(configuration);
			if (types != null) {
				prefixes.put(configuration, types);
			}
			else if (isOfSpringBoot(configuration)) {
				unknown.add(() -> new AutoConfiguredTypes(Map.of(configuration, read(configuration, classLoader))));
			}
		}
		Supplier<List<@Nullable AutoConfiguredTypes>> parts = ContractThread.share(unknown);
		return () -> {
			for (AutoConfiguredTypes part : parts.get()) {
				if (part == null) {
					return null;
				}
				prefixes.putAll(part.prefixes());
			}
			return new AutoConfiguredTypes(prefixes);
		};
	}

	/**
	 * Leave out the types that do not matter, and the auto-configurations with them.
	 * @param prefix tells by its prefix whether a type matters
	 * @return the auto-configurations that have such types
	 */
	AutoConfiguredTypes with(Predicate<String> prefix) {
		Map<String, Map<String, String>> some = new LinkedHashMap<>();
		this.prefixes.forEach((configuration, types) -> types.forEach((type, typePrefix) -> {
			if (prefix.test(typePrefix)) {
				some.computeIfAbsent(configuration, (name) -> new LinkedHashMap<>()).put(type, typePrefix);
			}
		}));
		return new AutoConfiguredTypes(some);
	}

	/**
	 * Return what is known without reading a class file. Each line has the name of an
	 * auto-configuration, and the names and prefixes of the types that it enables; the
	 * first one has the version of Spring Boot of which that is true.
	 * @param version the version of Spring Boot
	 * @return the prefixes by the names of the types, by the name of the
	 * auto-configuration; empty for another version
	 */
	static Map<String, Map<String, String>> known(String version) {
		Map<String, Map<String, String>> known = new HashMap<>();
		try {
			Iterator<String> lines = new ClassPathResource(KNOWN, AutoConfiguredTypes.class)
				.getContentAsString(StandardCharsets.US_ASCII)
				.lines()
				.iterator();
			if (lines.next().equals(version)) {
				lines.forEachRemaining((line) -> add(line.split(" "), known));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return known;
	}

	private static void add(String[] words, Map<String, Map<String, String>> known) {
		Map<String, String> prefixes = new LinkedHashMap<>();
		for (int index = 1; index < words.length; index += 2) {
			prefixes.put(words[index], words[index + 1]);
		}
		known.put(words[0], prefixes);
	}

	/**
	 * Return whether an auto-configuration brings nothing that matters to a contract but
	 * properties.
	 * @param configuration the name of the auto-configuration
	 * @return whether it does
	 */
	static boolean isOfSpringBoot(String configuration) {
		return configuration.startsWith("org.springframework.boot.") || configuration.startsWith("dev.groundwork.");
	}

	/**
	 * Read what an auto-configuration and its nested classes enable.
	 * @param configuration the name of the auto-configuration
	 * @param classLoader the class loader of the application
	 * @return the prefixes by the names of the types
	 */
	static Map<String, String> read(String configuration, @Nullable ClassLoader classLoader) {
		Map<String, String> prefixes = new LinkedHashMap<>();
		Deque<String> unread = new ArrayDeque<>(List.of(configuration));
		while (!unread.isEmpty()) {
			ClassFile file = ClassFile.read(unread.remove(), classLoader);
			unread.addAll(file.members);
			for (String type : file.enabled) {
				String prefix = ClassFile.read(type, classLoader).prefix;
				if (prefix != null) {
					prefixes.put(type, prefix);
				}
			}
		}
		return prefixes;
	}

	/**
	 * What a class file says of properties. Reading the metadata of all methods as well,
	 * as Spring does, takes several times as long.
	 */
	private static final class ClassFile extends ClassVisitor {

		private static final String ENABLE = Type.getDescriptor(EnableConfigurationProperties.class);

		private static final String PROPERTIES = Type.getDescriptor(ConfigurationProperties.class);

		private final String name;

		private final List<String> members = new ArrayList<>();

		private final List<String> enabled = new ArrayList<>();

		private @Nullable String prefix;

		private ClassFile(String name) {
			super(SpringAsmInfo.ASM_VERSION);
			this.name = name;
		}

		static ClassFile read(String name, @Nullable ClassLoader classLoader) {
			String path = ClassUtils.convertClassNameToResourcePath(name);
			ClassFile file = new ClassFile(path);
			ClassLoader loader = (classLoader != null) ? classLoader : ClassFile.class.getClassLoader();
			try (InputStream content = loader.getResourceAsStream(path + ClassUtils.CLASS_FILE_SUFFIX)) {
				if (content != null) {
					new ClassReader(content).accept(file,
							ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
				}
			}
			catch (IOException ex) {
				// what cannot be read will not be bound either
			}
			return file;
		}

		@Override
		public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simpleName, int access) {
			if (this.name.equals(outer)) {
				this.members.add(ClassUtils.convertResourcePathToClassName(inner));
			}
		}

		@Override
		public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
			return (descriptor.equals(ENABLE) || descriptor.equals(PROPERTIES)) ? new Values() : null;
		}

		private final class Values extends AnnotationVisitor {

			Values() {
				super(SpringAsmInfo.ASM_VERSION);
			}

			@Override
			public AnnotationVisitor visitArray(String attribute) {
				return this;
			}

			@Override
			public void visit(@Nullable String attribute, Object value) {
				if (value instanceof Type type) {
					ClassFile.this.enabled.add(type.getClassName());
				}
				else if ("prefix".equals(attribute) || "value".equals(attribute)) {
					ClassFile.this.prefix = String.valueOf(value);
				}
			}

		}

	}

}
