package dev.groundwork.rabbitmq;

import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;

/**
 * A {@link Declaration} whose kind of resource is known.
 *
 * @param <R> the type of resource
 * @param resource the resource
 * @param declaration where it was declared
 */
record Declared<R extends Resource>(R resource, Declaration declaration) {

	boolean isOwn() {
		return !this.declaration.external();
	}

	LintViolation violation(String cause, String remedy) {
		return new LintViolation(this.declaration, cause, remedy);
	}

}
