package dev.groundwork.sample.search;

import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ElasticsearchResponseTimeout}.
 */
class ElasticsearchResponseTimeoutTests {

	@Test
	void answersAreAwaitedForFiveSeconds() {
		RequestConfig.Builder request = RequestConfig.custom();
		new ElasticsearchResponseTimeout().customize(request);
		assertThat(request.build().getResponseTimeout()).isEqualTo(Timeout.ofSeconds(5));
	}

}
