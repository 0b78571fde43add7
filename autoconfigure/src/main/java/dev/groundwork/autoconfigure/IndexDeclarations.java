package dev.groundwork.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.resource.Declaration;

/**
 * Source of index definitions that depends on an optional library.
 */
@FunctionalInterface
interface IndexDeclarations extends Supplier<List<Declaration>> {

}
