package dev.groundwork.elasticsearch;

import java.util.function.Consumer;

/**
 * A way to copy documents. Adds what is missing, so it may be done again and by any
 * number of replicas at once.
 */
interface DocumentCopy {

	/**
	 * Copy every document that the version does not have.
	 * @param source the name of the index to copy from
	 * @param version the version
	 * @param documents the number of documents in the source
	 * @param progress told how far it got
	 * @return what came of it
	 */
	CopyResult copy(String source, CopyTarget version, long documents, Consumer<String> progress);

}
