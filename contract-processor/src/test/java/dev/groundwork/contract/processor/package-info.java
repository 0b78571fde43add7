@NullMarked
package dev.groundwork.contract.processor;

import org.jspecify.annotations.NullMarked;
