package dev.groundwork.sample.search;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;

import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Bounds the wait for an answer, which the client leaves open: an Elasticsearch that
 * hangs must not make its callers hang.
 */
@Component
class ElasticsearchResponseTimeout implements Rest5ClientBuilderCustomizer {

	@Override
	public void customize(Rest5ClientBuilder client) {
		// the requests alone need it
	}

	@Override
	public void customize(RequestConfig.Builder request) {
		request.setResponseTimeout(Timeout.ofSeconds(5));
	}

}
