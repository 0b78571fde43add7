package dev.groundwork.contract.processor;

import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Something that Spring Boot binds in a type.
 *
 * @param name the name in the code
 * @param property the canonical name, without what is above
 * @param owner the type that declares it
 * @param type the type of the value
 * @param elements where an annotation may stand
 */
record Component(String name, String property, TypeElement owner, TypeMirror type, List<Element> elements) {

	String source() {
		return this.owner.getQualifiedName() + "#" + this.name;
	}

	/**
	 * Return what the annotations say. One that stands on a record component is on its
	 * field, accessor and parameter too, and counts once.
	 * @param all the elements of the compilation
	 * @return the terms, usually none or one
	 */
	List<Terms> terms(Elements all) {
		return this.elements.stream()
			.flatMap((element) -> element.getAnnotationMirrors().stream())
			.filter((annotation) -> Stream.of(Terms.SECRET, Terms.REQUIRED)
				.anyMatch((name) -> isNamed(annotation, name)))
			.map((annotation) -> Terms.of(annotation, all))
			.distinct()
			.toList();
	}

	static boolean isNamed(AnnotationMirror annotation, String name) {
		return annotation.getAnnotationType().asElement() instanceof TypeElement type
				&& type.getQualifiedName().contentEquals(name);
	}

}
