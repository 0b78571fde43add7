package dev.groundwork.elasticsearch;

/**
 * Status that an index must reach before it counts as there.
 *
 * @since 0.1.0
 */
public enum WaitForStatus {

	/**
	 * Every primary shard is active: the index can be read and written.
	 */
	YELLOW,

	/**
	 * Every primary and every replica shard is active. Never reached by an index that has
	 * more replicas than there are other data nodes.
	 */
	GREEN,

	/**
	 * Its status does not matter, and is not asked for.
	 */
	NONE

}
