package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.startup.StartupTask;

/**
 * Contributes start-up tasks whose number is known only at run time.
 */
@FunctionalInterface
interface StartupTaskContributor {

	List<? extends StartupTask> tasks();

}
