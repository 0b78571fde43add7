package dev.groundwork.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.groundwork.benchmarks.shop.ShopApplication;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The class path of the measured application: its own classes and the libraries of the
 * benchmarks, of Groundwork only where it is measured with it.
 */
final class ShopClassPath {

	private static final String CLASSES = ShopApplication.class.getPackageName().replace('.', '/');

	private final Path classes;

	ShopClassPath(Path folder) throws IOException {
		this.classes = folder;
		copy("classpath:" + CLASSES + "/*.class", folder.resolve(CLASSES));
		copy("classpath:shop-resources/*", folder);
	}

	private static void copy(String pattern, Path folder) throws IOException {
		Files.createDirectories(folder);
		for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
			try (InputStream content = resource.getInputStream()) {
				Files.copy(content, folder.resolve(resource.getFilename()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	String of(Variant variant) throws IOException {
		List<String> entries = new ArrayList<>(List.of(this.classes.toString()));
		for (Path library : libraries()) {
			if (belongsTo(library, variant)) {
				entries.add(library.toString());
			}
		}
		return String.join(File.pathSeparator, entries);
	}

	private static boolean belongsTo(Path library, Variant variant) {
		String name = library.getFileName().toString();
		if (name.startsWith("groundwork-spring-boot-autoconfigure")
				|| library.endsWith("autoconfigure/target/classes")) {
			return variant == Variant.GROUNDWORK;
		}
		return name.endsWith(".jar") && !name.startsWith("groundwork-") && !name.equals("benchmarks.jar");
	}

	// Run by "java -jar", the class path is one jar that names those beside it
	private static List<Path> libraries() throws IOException {
		List<Path> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.toList();
		if (entries.size() > 1) {
			return entries;
		}
		try (Stream<Path> jars = Files.list(entries.get(0).resolveSibling("lib"))) {
			return jars.sorted().toList();
		}
	}

}
