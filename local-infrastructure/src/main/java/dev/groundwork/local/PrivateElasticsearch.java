package dev.groundwork.local;

import java.net.URI;

/**
 * An Elasticsearch node on its host.
 */
final class PrivateElasticsearch extends PrivateServer implements LocalElasticsearch {

	private final URI uri;

	PrivateElasticsearch(String name, int port, ServerHost host) {
		super(name, port, host, () -> new ClusterHealth(uri(port)).isYellow());
		this.uri = uri(port);
	}

	private static URI uri(int port) {
		return URI.create("http://127.0.0.1:" + port);
	}

	@Override
	public URI getUri() {
		return this.uri;
	}

}
