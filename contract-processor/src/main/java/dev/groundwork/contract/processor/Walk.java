package dev.groundwork.contract.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;

import org.jspecify.annotations.Nullable;

/**
 * Walks through the types that are bound, and collects what is annotated.
 */
final class Walk {

	private static final String NESTED = "org.springframework.boot.context.properties.NestedConfigurationProperty";

	private final Elements elements;

	private final Types types;

	private final Messages messages;

	private final Set<String> compiled;

	private final Set<String> seen;

	private final Map<String, Entry> entries;

	private final Deque<TypeElement> path = new ArrayDeque<>();

	private String root = "";

	/**
	 * Create a new {@link Walk} instance.
	 * @param environment the compilation
	 * @param compiled the names of the types that are being compiled
	 * @param messages receives what people should know
	 * @param seen receives where each annotation stands that was passed
	 * @param entries receives what was found, by the uniform name of the property
	 */
	Walk(ProcessingEnvironment environment, Set<String> compiled, Messages messages, Set<String> seen,
			Map<String, Entry> entries) {
		this.elements = environment.getElementUtils();
		this.types = environment.getTypeUtils();
		this.messages = messages;
		this.compiled = compiled;
		this.seen = seen;
		this.entries = entries;
	}

	void start(TypeElement type, String prefix) {
		this.root = this.elements.getBinaryName(type).toString();
		walk(type, prefix, true);
	}

	private void walk(TypeElement type, String prefix, boolean named) {
		if (this.path.contains(type)) {
			return;
		}
		this.path.push(type);
		for (Component component : Components.of(type)) {
			String property = Names.below(prefix, component.property());
			collect(component, property, named);
			TypeElement nested = nested(type, component);
			if (nested != null) {
				walk(nested, property, named);
			}
			contents(component.type()).forEach((content) -> walk(content, property, false));
		}
		this.path.pop();
	}

	private void collect(Component component, String property, boolean named) {
		List<Terms> terms = component.terms(this.elements);
		if (terms.isEmpty()) {
			return;
		}
		this.seen.add(component.source());
		Element element = annotated(component);
		if (terms.size() > 1) {
			this.messages.tell(Kind.ERROR, "'" + property + "' is annotated twice: keep one annotation", element);
		}
		else if (!named) {
			this.messages
				.tell(Kind.WARNING,
						"'" + property + "' is in a collection, a map or an array, so that it has no name of its own: "
								+ "it is not under contract. List what is known of it in 'groundwork.contract'.",
						element);
		}
		else {
			terms.get(0)
				.mistakes()
				.forEach((mistake) -> this.messages.tell(Kind.ERROR, "'" + property + "': " + mistake, element));
			add(new Entry(property, terms.get(0), this.root, component.source()), element);
		}
	}

	private void add(Entry entry, Element element) {
		Entry first = this.entries.putIfAbsent(Names.uniform(entry.property()), entry);
		if (first != null) {
			this.messages.tell(Kind.ERROR,
					"'" + entry.property() + "' is under contract twice, first at " + first.source(), element);
		}
	}

	private static Element annotated(Component component) {
		return component.elements()
			.stream()
			.filter((element) -> Components.hasAnnotation(element, Terms.SECRET)
					|| Components.hasAnnotation(element, Terms.REQUIRED))
			.findFirst()
			.orElse(component.owner());
	}

	private @Nullable TypeElement nested(TypeElement owner, Component component) {
		TypeElement type = type(component.type());
		if (type == null || !isWalked(type)) {
			return null;
		}
		boolean near = this.compiled.contains(top(type).toString()) || type.getKind() == ElementKind.RECORD
				|| top(type).equals(top(owner))
				|| this.elements.getPackageOf(type).equals(this.elements.getPackageOf(owner))
				|| component.elements().stream().anyMatch((element) -> Components.hasAnnotation(element, NESTED));
		return near ? type : null;
	}

	/**
	 * Return what a collection, a map or an array holds.
	 * @param type the type of a component
	 * @return the types that are being compiled
	 */
	private List<TypeElement> contents(TypeMirror type) {
		List<TypeElement> contents = new ArrayList<>();
		if (type instanceof ArrayType array) {
			addContent(array.getComponentType(), contents);
		}
		else if (type instanceof DeclaredType declared
				&& (isA(type, "java.util.Collection") || isA(type, "java.util.Map"))) {
			declared.getTypeArguments().forEach((argument) -> addContent(argument, contents));
		}
		return contents;
	}

	private void addContent(TypeMirror type, List<TypeElement> contents) {
		TypeElement content = type(type);
		if (content != null && isWalked(content) && this.compiled.contains(top(content).toString())) {
			contents.add(content);
		}
		contents.addAll(contents(type));
	}

	private boolean isA(TypeMirror type, String name) {
		TypeElement other = this.elements.getTypeElement(name);
		return other != null && this.types.isAssignable(this.types.erasure(type), this.types.erasure(other.asType()));
	}

	private static @Nullable TypeElement type(TypeMirror type) {
		return (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) ? element
				: null;
	}

	private static boolean isWalked(TypeElement type) {
		return (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
				&& !Components.isOfThePlatform(type);
	}

	static TypeElement top(TypeElement type) {
		Element element = type;
		while (element.getEnclosingElement() instanceof TypeElement outer) {
			element = outer;
		}
		return (TypeElement) element;
	}

	/**
	 * Receives what people should know.
	 */
	interface Messages {

		void tell(Kind kind, String message, Element element);

	}

}
