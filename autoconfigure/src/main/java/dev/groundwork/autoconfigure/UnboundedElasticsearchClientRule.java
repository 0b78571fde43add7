package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.plan.LintRule;
import dev.groundwork.plan.LintSeverity;
import dev.groundwork.plan.LintViolation;
import dev.groundwork.resource.DesiredState;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * {@link LintRule} that the application does not wait for ever for an Elasticsearch that
 * is mute, as its client does unless it is told otherwise.
 */
final class UnboundedElasticsearchClientRule implements LintRule {

	private final CreatedBeans beans;

	UnboundedElasticsearchClientRule(CreatedBeans beans) {
		this.beans = beans;
	}

	@Override
	public String getName() {
		return "unbounded-elasticsearch-client";
	}

	@Override
	public LintSeverity getDefaultSeverity() {
		return LintSeverity.WARNING;
	}

	@Override
	public List<LintViolation> check(DesiredState desired) {
		List<LintViolation> violations = new ArrayList<>();
		this.beans.ofType(Rest5Client.class).forEach((name, client) -> {
			if (isUnbounded(client)) {
				violations.add(new LintViolation("client '%s'".formatted(name), "bean '%s'".formatted(name),
						"waits for ever for the answer of an Elasticsearch that is mute, "
								+ "whatever spring.elasticsearch.socket-timeout says",
						"Define a Rest5ClientBuilderCustomizer bean whose method customize(RequestConfig.Builder request)"
								+ " calls request.setResponseTimeout(Timeout.ofSeconds(10))"));
			}
		});
		return violations;
	}

	private static boolean isUnbounded(Rest5Client client) {
		return RequestDefaults.of(client).map(RequestConfig::getResponseTimeout).map(Timeout::isDisabled).orElse(false);
	}

}
