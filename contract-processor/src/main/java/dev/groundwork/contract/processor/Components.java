package dev.groundwork.contract.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

import org.jspecify.annotations.Nullable;

/**
 * Finds what Spring Boot binds in a type: the components of a record, the parameters of
 * the one constructor that binds, or else the properties of a JavaBean.
 */
final class Components {

	private static final String BIND = "org.springframework.boot.context.properties.bind.";

	private Components() {
	}

	static List<Component> of(TypeElement type) {
		if (type.getKind() == ElementKind.RECORD) {
			return type.getRecordComponents().stream().map((component) -> ofRecord(type, component)).toList();
		}
		ExecutableElement constructor = bindConstructor(type);
		return (constructor != null)
				? constructor.getParameters().stream().map((parameter) -> ofParameter(type, parameter)).toList()
				: ofBean(type);
	}

	private static Component ofRecord(TypeElement type, RecordComponentElement component) {
		String name = component.getSimpleName().toString();
		// the field comes first: the compiler knows where it stands
		List<Element> elements = new ArrayList<>(members(type, name).toList());
		elements.add(component);
		ElementFilter.constructorsIn(type.getEnclosedElements())
			.stream()
			.filter((constructor) -> constructor.getParameters().size() == type.getRecordComponents().size())
			.flatMap((constructor) -> constructor.getParameters().stream())
			.filter((parameter) -> parameter.getSimpleName().contentEquals(name))
			.forEach(elements::add);
		return component(type, name, component.asType(), elements);
	}

	private static Component ofParameter(TypeElement type, VariableElement parameter) {
		String name = parameter.getSimpleName().toString();
		List<Element> elements = new ArrayList<>(List.of(parameter));
		members(type, name).forEach(elements::add);
		return component(type, name, parameter.asType(), elements);
	}

	private static List<Component> ofBean(TypeElement type) {
		Map<String, Component> components = new LinkedHashMap<>();
		for (TypeElement owner = type; owner != null; owner = superclass(owner)) {
			TypeElement declaring = owner;
			owner.getEnclosedElements()
				.stream()
				.filter((element) -> !element.getModifiers().contains(Modifier.STATIC))
				.forEach((element) -> {
					String name = propertyName(element);
					TypeMirror bound = boundType(element);
					if (!name.isEmpty() && bound != null && !components.containsKey(name)) {
						components.put(name, component(declaring, name, bound, members(declaring, name).toList()));
					}
				});
		}
		return List.copyOf(components.values());
	}

	/**
	 * Return the fields and methods that belong to a property.
	 * @param type the type
	 * @param property the name of the property in the code
	 * @return the members
	 */
	private static Stream<Element> members(TypeElement type, String property) {
		return type.getEnclosedElements()
			.stream()
			.filter((element) -> element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.METHOD)
			.filter((element) -> propertyName(element).equals(property)
					|| (element.getSimpleName().contentEquals(property) && isAccessor(element)))
			.map(Element.class::cast);
	}

	/**
	 * Return the property that an element belongs to, as far as its name says.
	 * @param element a field, a method, a parameter or a record component
	 * @return the name in the code, empty if the element belongs to none
	 */
	static String propertyName(Element element) {
		String name = element.getSimpleName().toString();
		if (element instanceof ExecutableElement method) {
			return (owner(method).getKind() == ElementKind.RECORD) ? (isAccessor(method) ? name : "")
					: Names.ofAccessor(name);
		}
		return name;
	}

	/**
	 * Return the type that an element is in.
	 * @param element an element that is in a type
	 * @return the innermost type
	 */
	static TypeElement owner(Element element) {
		Element owner = element.getEnclosingElement();
		while (owner != null && !(owner instanceof TypeElement)) {
			owner = owner.getEnclosingElement();
		}
		if (owner instanceof TypeElement type) {
			return type;
		}
		throw new IllegalArgumentException(element + " is in no type");
	}

	private static boolean isAccessor(Element element) {
		return element instanceof ExecutableElement method && method.getParameters().isEmpty()
				&& method.getReturnType().getKind() != TypeKind.VOID;
	}

	private static @Nullable TypeMirror boundType(Element element) {
		if (element.getKind() == ElementKind.FIELD) {
			return element.asType();
		}
		if (element instanceof ExecutableElement method && element.getKind() == ElementKind.METHOD) {
			return isAccessor(method) ? method.getReturnType()
					: (method.getParameters().size() == 1) ? method.getParameters().get(0).asType() : null;
		}
		return null;
	}

	private static Component component(TypeElement owner, String name, TypeMirror type, List<Element> elements) {
		String named = elements.stream()
			.flatMap((element) -> element.getAnnotationMirrors().stream())
			.filter((annotation) -> Component.isNamed(annotation, BIND + "Name"))
			.flatMap((annotation) -> annotation.getElementValues().values().stream())
			.map((value) -> String.valueOf(value.getValue()))
			.findFirst()
			.orElse(name);
		return new Component(name, Names.dashed(named), owner, type, elements);
	}

	private static @Nullable ExecutableElement bindConstructor(TypeElement type) {
		List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
		for (ExecutableElement constructor : constructors) {
			if (hasAnnotation(constructor, BIND + "ConstructorBinding")) {
				return constructor;
			}
		}
		boolean binds = constructors.size() == 1 && !constructors.get(0).getParameters().isEmpty()
				&& !hasAnnotation(constructors.get(0), "org.springframework.beans.factory.annotation.Autowired");
		return binds ? constructors.get(0) : null;
	}

	static boolean hasAnnotation(Element element, String name) {
		return annotation(element, name) != null;
	}

	static @Nullable AnnotationMirror annotation(Element element, String name) {
		for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
			if (Component.isNamed(annotation, name)) {
				return annotation;
			}
		}
		return null;
	}

	private static @Nullable TypeElement superclass(TypeElement type) {
		return (type.getSuperclass() instanceof DeclaredType declared
				&& declared.asElement() instanceof TypeElement superclass && !isOfThePlatform(superclass)) ? superclass
						: null;
	}

	static boolean isOfThePlatform(TypeElement type) {
		String name = type.getQualifiedName().toString();
		return Set.of("java.", "javax.", "jakarta.", "kotlin.").stream().anyMatch(name::startsWith);
	}

}
