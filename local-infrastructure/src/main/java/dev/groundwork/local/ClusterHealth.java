package dev.groundwork.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;

/**
 * The cluster health of Elasticsearch.
 *
 * @param uri where the node answers
 */
record ClusterHealth(URI uri) {

	private static final int TIMEOUT_MILLIS = 2_000;

	/**
	 * Return whether all primary shards are assigned.
	 * @return {@code false} also if there is no node, or one that does not answer within
	 * two seconds
	 */
	boolean isYellow() {
		try {
			URL health = this.uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s").toURL();
			HttpURLConnection connection = (HttpURLConnection) health.openConnection();
			connection.setConnectTimeout(TIMEOUT_MILLIS);
			connection.setReadTimeout(TIMEOUT_MILLIS);
			try {
				return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException ex) {
			return false;
		}
	}

}
