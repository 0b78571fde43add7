package dev.groundwork.contract.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.springframework.boot.configurationprocessor.ConfigurationMetadataAnnotationProcessor;
import org.springframework.boot.json.BasicJsonParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One run of the real compiler with the processor.
 *
 * @param output where the classes are
 * @param diagnostics what the compiler said
 */
record Compilation(Path output, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

	private static final Pattern NAME = Pattern.compile("(?:class|record|interface) (\\w+)");

	private static final String IMPORTS = """
			package com.acme;
			import java.util.*;
			import dev.groundwork.contract.*;
			import org.springframework.boot.context.properties.*;
			import org.springframework.boot.context.properties.bind.*;
			import org.springframework.context.annotation.*;
			""";

	/**
	 * Compile sources.
	 * @param output where to put the classes
	 * @param sources the sources, without a package and imports
	 * @return the run
	 * @throws IOException on input or output errors
	 */
	static Compilation of(Path output, String... sources) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		List<Processor> processors = new ArrayList<>(
				List.of(new ContractProcessor(), new ConfigurationMetadataAnnotationProcessor()));
		JavaCompiler.CompilationTask task = compiler.getTask(new StringWriter(), null, diagnostics,
				List.of("-d", output.toString(), "-parameters", "-Xlint:all,-processing,-classfile", "-classpath",
						System.getProperty("java.class.path") + System.getProperty("path.separator") + output),
				null, Stream.of(sources).map(Compilation::source).toList());
		task.setProcessors(processors);
		task.call();
		return new Compilation(output, diagnostics.getDiagnostics());
	}

	private static JavaFileObject source(String source) {
		Matcher matcher = NAME.matcher(source);
		assertThat(matcher.find()).isTrue();
		return new SimpleJavaFileObject(URI.create("string:///com/acme/" + matcher.group(1) + ".java"),
				JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return IMPORTS + source;
			}

		};
	}

	List<String> errors() {
		return messages(Diagnostic.Kind.ERROR);
	}

	List<String> warnings() {
		return messages(Diagnostic.Kind.WARNING);
	}

	private List<String> messages(Diagnostic.Kind kind) {
		return this.diagnostics.stream()
			.filter((diagnostic) -> diagnostic.getKind() == kind)
			.map((diagnostic) -> diagnostic.getMessage(null))
			.toList();
	}

	/**
	 * Return what was written.
	 * @param key {@code secrets} or {@code properties}
	 * @return the entries
	 * @throws IOException if nothing was written
	 */
	@SuppressWarnings("unchecked")
	List<Map<String, Object>> entries(String key) throws IOException {
		assertThat(errors()).isEmpty();
		String json = Files.readString(this.output.resolve(ContractProcessor.RESOURCE));
		return (List<Map<String, Object>>) new BasicJsonParser().parseMap(json.replaceAll("\\s*\\R\\s*", ""))
			.getOrDefault(key, List.of());
	}

	List<Object> names(String key) throws IOException {
		return entries(key).stream().map((entry) -> entry.getOrDefault("property", "")).toList();
	}

}
