package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.function.Consumer;

import dev.groundwork.diagnosis.DiagnosedException;

/**
 * What a migration asks of the server, one request in each method except for copying. All
 * throw {@link DiagnosedException} for what the server refuses otherwise than is said.
 */
interface VersionServer {

	FoundVersions read(VersionedName name);

	/**
	 * Create an index.
	 * @param index the index
	 * @return whether there was none of its name
	 */
	boolean create(IndexResource index);

	/**
	 * Change aliases, all at once.
	 * @param actions the actions
	 * @return whether every alias that must exist was there; nothing has changed if not
	 */
	boolean alias(List<AliasAction> actions);

	/**
	 * Refuse writes to an index, and return when none is under way any more.
	 * @param index the name of the index
	 */
	void block(String index);

	void unblock(String index);

	void correct(IndexResource index);

	/**
	 * Return the state of an index, which changes with every write.
	 * @param index the name of the index
	 * @return something to compare
	 */
	String checkpoint(String index);

	/**
	 * Count what a search finds, after everything that was written has become visible.
	 * @param index the name of the index
	 * @return the number of documents
	 */
	long count(String index);

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
