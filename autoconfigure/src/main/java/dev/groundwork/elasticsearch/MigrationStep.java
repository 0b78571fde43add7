package dev.groundwork.elasticsearch;

import java.util.List;

import dev.groundwork.resource.Difference;
import org.jspecify.annotations.Nullable;

/**
 * The next thing to do in a migration. Each is at most one change on the server, and
 * harmless when somebody else has done it already.
 */
sealed interface MigrationStep {

	/**
	 * Nothing: the name stands for an index that serves the definition.
	 */
	record Finish() implements MigrationStep {
	}

	/**
	 * Nothing: a version of a newer definition is on its way.
	 *
	 * @param version the version
	 */
	record GiveWay(FoundIndex version) implements MigrationStep {
	}

	/**
	 * Refuse writes by the name.
	 *
	 * @param live the index behind the name
	 */
	record Freeze(FoundIndex live) implements MigrationStep {
	}

	/**
	 * Refuse writes by any name, and wait for those that are under way.
	 *
	 * @param live the index behind the name
	 */
	record Block(FoundIndex live) implements MigrationStep {
	}

	/**
	 * Look at the source and at the version.
	 *
	 * @param live the index behind the name
	 * @param version the version or {@code null} if there is none
	 */
	record Measure(FoundIndex live, @Nullable FoundIndex version) implements MigrationStep {
	}

	/**
	 * Create a version.
	 *
	 * @param number its number
	 * @param versionRecord what it says about itself
	 */
	record Create(int number, VersionRecord versionRecord) implements MigrationStep {
	}

	/**
	 * Correct what a version says about itself.
	 *
	 * @param number its number
	 * @param versionRecord what it is to say
	 */
	record Correct(int number, VersionRecord versionRecord) implements MigrationStep {
	}

	/**
	 * Copy what the version does not have yet.
	 *
	 * @param live the index behind the name
	 * @param version the version
	 */
	record Copy(FoundIndex live, FoundIndex version) implements MigrationStep {
	}

	/**
	 * Let the version take the name.
	 *
	 * @param live the index behind the name
	 * @param version the version
	 */
	record Swap(FoundIndex live, FoundIndex version) implements MigrationStep {
	}

	/**
	 * Allow writes again and end: the server made of the version something else than
	 * declared.
	 *
	 * @param live the index behind the name
	 * @param version the version
	 * @param differences how it differs
	 */
	record GiveUpUnlike(FoundIndex live, FoundIndex version, List<Difference> differences) implements MigrationStep {
	}

	/**
	 * Allow writes again and end: not every document came over.
	 *
	 * @param live the index behind the name
	 * @param version the version
	 * @param measurement what came over
	 */
	record GiveUpIncomplete(FoundIndex live, FoundIndex version, Measurement measurement) implements MigrationStep {
	}

}
