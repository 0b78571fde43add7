/**
 * A backend whose beans need each other in a circle that {@code @Lazy} hides.
 */
@NullMarked
package dev.groundwork.drills.application.lazycircle;

import org.jspecify.annotations.NullMarked;
