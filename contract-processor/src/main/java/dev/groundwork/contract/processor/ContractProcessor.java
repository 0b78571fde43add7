package dev.groundwork.contract.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;

import org.jspecify.annotations.Nullable;

/**
 * Annotation {@link Processor} that writes what {@code @SecretProperty} and
 * {@code @RequiredProperty} say to {@value #RESOURCE}.
 *
 * @since 0.1.0
 */
@SupportedAnnotationTypes({ ContractProcessor.CONFIGURATION_PROPERTIES, Terms.SECRET, Terms.REQUIRED })
public final class ContractProcessor extends AbstractProcessor {

	static final String CONFIGURATION_PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";

	static final String RESOURCE = "META-INF/groundwork-contract.json";

	private final Map<String, Element> annotated = new LinkedHashMap<>();

	private final Set<String> compiled = new TreeSet<>();

	private final Set<Element> bound = new LinkedHashSet<>();

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private final Set<String> told = new LinkedHashSet<>();

	/**
	 * Create a new {@link ContractProcessor} instance.
	 */
	public ContractProcessor() {
	}

	@Override
	public SourceVersion getSupportedSourceVersion() {
		return SourceVersion.latestSupported();
	}

	@Override
	public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
		Elements elements = this.processingEnv.getElementUtils();
		round.getRootElements().forEach((root) -> this.compiled.add(root.toString()));
		for (String name : List.of(Terms.SECRET, Terms.REQUIRED)) {
			elementsAnnotated(round, elements.getTypeElement(name)).forEach((element) -> this.annotated
				.merge(source(element), element, ContractProcessor::knownToStandSomewhere));
		}
		this.bound.addAll(elementsAnnotated(round, elements.getTypeElement(CONFIGURATION_PROPERTIES)));
		if (!round.processingOver()) {
			walk();
		}
		else if (!this.entries.isEmpty() || isWrittenAlready()) {
			write(this.entries.values().stream().sorted(Comparator.comparing(Entry::property)).toList());
		}
		return false;
	}

	private static Element knownToStandSomewhere(Element first, Element second) {
		return (first.getKind() != ElementKind.FIELD && second.getKind() == ElementKind.FIELD) ? second : first;
	}

	private static Set<? extends Element> elementsAnnotated(RoundEnvironment round, @Nullable TypeElement annotation) {
		return (annotation != null) ? round.getElementsAnnotatedWith(annotation) : Set.of();
	}

	/*
	 * Not only in the last round, in which the compiler does not know any more where an
	 * element stands; and in every round anew, as types may have been generated.
	 */
	private void walk() {
		this.entries.clear();
		Set<String> seen = new LinkedHashSet<>();
		for (Element element : this.bound) {
			TypeElement type = type(element);
			if (type != null) {
				new Walk(this.processingEnv, this.compiled, this::tell, seen, this.entries).start(type,
						prefix(element));
			}
		}
		this.annotated.forEach((source, element) -> {
			if (!seen.contains(source)) {
				tell(Kind.ERROR, "'" + source + "' is not bound by any @ConfigurationProperties of this compilation, "
						+ "so that it has no name: move it there, or list the property in 'groundwork.contract'",
						element);
			}
		});
	}

	private void tell(Kind kind, String message, Element element) {
		if (this.told.add(message)) {
			this.processingEnv.getMessager().printMessage(kind, message, element);
		}
	}

	/**
	 * Return the type that is bound: as it is now, not as an earlier round saw it.
	 * @param element what is annotated with {@code @ConfigurationProperties}
	 * @return the type, or {@code null} if it is not of this compilation
	 */
	private @Nullable TypeElement type(Element element) {
		if (element instanceof TypeElement type) {
			return this.processingEnv.getElementUtils().getTypeElement(type.getQualifiedName());
		}
		return (element instanceof ExecutableElement method && method.getReturnType() instanceof DeclaredType declared
				&& declared.asElement() instanceof TypeElement type
				&& this.compiled.contains(Walk.top(type).toString())) ? type : null;
	}

	private String prefix(Element element) {
		AnnotationMirror annotation = Components.annotation(element, CONFIGURATION_PROPERTIES);
		if (annotation == null) {
			return "";
		}
		return annotation.getElementValues()
			.entrySet()
			.stream()
			.filter((value) -> Set.of("value", "prefix").contains(value.getKey().getSimpleName().toString()))
			.map(Map.Entry::getValue)
			.map(AnnotationValue::getValue)
			.map(String::valueOf)
			.findFirst()
			.orElse("");
	}

	private static String source(Element element) {
		TypeElement owner = Components.owner(element);
		String property = Components.propertyName(element);
		return owner.getQualifiedName() + "#" + (property.isEmpty() ? element.getSimpleName() : property);
	}

	/*
	 * What an earlier compilation wrote must not outlive the last annotation.
	 */
	private boolean isWrittenAlready() {
		try {
			this.processingEnv.getFiler()
				.getResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE)
				.openInputStream()
				.close();
			return true;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	private void write(List<Entry> entries) {
		Element[] origins = new ArrayList<>(this.annotated.values()).toArray(Element[]::new);
		try (Writer writer = this.processingEnv.getFiler()
			.createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE, origins)
			.openWriter()) {
			writer.write("{\n  \"secrets\": " + json(entries, true) + ",\n  \"properties\": " + json(entries, false)
					+ "\n}\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + RESOURCE, ex);
		}
	}

	private static String json(List<Entry> entries, boolean secret) {
		return entries.stream()
			.filter((entry) -> entry.terms().secret() == secret)
			.map((entry) -> "\n    " + entry.toJson())
			.collect(Collectors.joining(",", "[", " ]"));
	}

}
