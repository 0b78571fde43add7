package dev.groundwork.elasticsearch;

import java.util.List;

import dev.groundwork.plan.LintRule;

/**
 * The rules for what is declared on Elasticsearch.
 */
final class ElasticsearchLintRules {

	private ElasticsearchLintRules() {
	}

	static List<LintRule> all() {
		return List.of(new IllegalIndexNameRule(), new AliasEqualsIndexRule(), new AliasRoutingRule(),
				new IllegalShardsRule(), new OverriddenReplicasRule(), new UnknownSettingRule(),
				new TooManyFieldsRule(), new TemplatePatternsRule(), new OverlappingTemplatesRule(),
				new UndeclaredComponentTemplateRule(), new UndeclaredLifecyclePolicyRule());
	}

}
