package dev.groundwork.local;

import java.net.URI;

/**
 * A private Elasticsearch node, a cluster of its own, without security.
 *
 * @since 0.1.0
 */
public interface LocalElasticsearch extends LocalServer {

	/**
	 * Return where the node answers.
	 * @return the address, without a path
	 */
	URI getUri();

}
