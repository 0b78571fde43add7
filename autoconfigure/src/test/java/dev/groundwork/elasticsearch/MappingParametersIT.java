package dev.groundwork.elasticsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.groundwork.local.LocalInfrastructureExtension;
import dev.groundwork.plan.Change;
import dev.groundwork.plan.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link MappingParameters}: what it says can be changed, and what
 * not, is tried on a real Elasticsearch.
 */
@Timeout(90)
class MappingParametersIT {

	@RegisterExtension
	static final LocalInfrastructureExtension infrastructure = LocalInfrastructureExtension.shared();

	private static final Map<String, Object> ANALYSIS = Map.of("number_of_replicas", 0, "analysis",
			Map.of("analyzer",
					Map.of("one", Map.of("type", "custom", "tokenizer", "standard"), "two",
							Map.of("type", "custom", "tokenizer", "standard", "filter", List.of("lowercase"))),
					"normalizer", Map.of("low", Map.of("type", "custom", "filter", List.of("lowercase")))));

	private final RealProvisioning provisioning = new RealProvisioning(infrastructure.elasticsearch().getUri());

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "keyword,ignore_above,10,20", "keyword,norms,true,false",
			"keyword,eager_global_ordinals,-,true", "keyword,eager_global_ordinals,true,false",
			"keyword,split_queries_on_whitespace,-,true", "keyword,copy_to,-,other", "keyword,copy_to,other,third",
			"text,search_analyzer,one,two", "text,search_quote_analyzer,one,two", "text,norms,true,false",
			"text,fielddata,-,true", "text,fielddata,true,false", "text,eager_global_ordinals,-,true",
			"text,copy_to,-,other", "long,coerce,-,false", "long,coerce,false,true", "long,ignore_malformed,-,true",
			"long,ignore_malformed,true,false", "half_float,coerce,-,false", "date,ignore_malformed,-,true",
			"date_nanos,ignore_malformed,-,true", "boolean,ignore_malformed,-,true", "ip,ignore_malformed,-,true",
			"geo_point,ignore_malformed,-,true", "geo_point,ignore_z_value,-,false", "integer_range,coerce,-,false",
			"object,dynamic,-,strict", "object,dynamic,strict,false", "nested,dynamic,-,strict",
			"flattened,ignore_above,10,20", "flattened,depth_limit,10,15", "flattened,eager_global_ordinals,-,true",
			"flattened,split_queries_on_whitespace,-,true", "completion,search_analyzer,one,two",
			"completion,max_input_length,50,40", "alias,path,other,third" })
	void canBeChanged(String type, String parameter, @Nullable String from, String to) throws Exception {
		String name = name("changed", type, parameter, from, to);
		this.provisioning.apply(index(name, type, parameter, from));
		IndexResource changed = index(name, type, parameter, to);
		assertThat(this.provisioning.planOf(changed).change()).isEqualTo(Change.UPDATE);
		assertThat(this.provisioning.apply(changed).changes()).hasSize(1);
		assertThat(this.provisioning.planOf(changed).change()).isEqualTo(Change.NONE);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "keyword,doc_values,-,false", "keyword,index,-,false",
			"keyword,store,-,true", "keyword,norms,-,true", "keyword,index_options,-,freqs", "keyword,null_value,-,x",
			"keyword,null_value,x,y", "keyword,normalizer,-,low", "keyword,similarity,-,boolean",
			"text,analyzer,one,two", "text,norms,false,true", "text,index,-,false", "text,store,-,true",
			"text,index_options,-,docs", "text,index_phrases,-,true", "text,term_vector,-,yes",
			"text,similarity,-,boolean", "text,position_increment_gap,-,50", "long,index,-,false",
			"long,doc_values,-,false", "long,store,-,true", "long,null_value,-,1", "date,format,-,yyyy-MM-dd",
			"date,locale,-,fr", "date,null_value,-,2020-01-01", "date,index,-,false", "date_range,format,yyyy,yyyy-MM",
			"boolean,null_value,-,true", "ip,null_value,-,127.0.0.1", "geo_point,index,-,false",
			"integer_range,index,-,false", "object,enabled,-,false", "object,subobjects,-,false",
			"nested,include_in_parent,-,true", "nested,include_in_root,true,false", "flattened,index,-,false",
			"flattened,null_value,-,x", "completion,analyzer,one,two", "completion,preserve_separators,-,false",
			"dense_vector,similarity,-,dot_product", "binary,store,-,true" })
	void cannotBeChanged(String type, String parameter, @Nullable String from, String to) throws Exception {
		String name = name("kept", type, parameter, from, to);
		this.provisioning.apply(index(name, type, parameter, from));
		Step step = this.provisioning.planOf(index(name, type, parameter, to));
		assertThat(step.change()).isEqualTo(Change.DRIFT);
		Reply reply = this.provisioning
			.send(ElasticsearchRequest.put("/" + name + "/_mapping", index(name, type, parameter, to).mappings()));
		assertThat(reply.isError()).as(reply.body()).isTrue();
	}

	private static IndexResource index(String name, String type, String parameter, @Nullable String value) {
		Map<String, Object> field = new LinkedHashMap<>(Map.of("type", type));
		if (List.of("text", "completion").contains(type)) {
			field.put("analyzer", "one");
		}
		if (type.equals("dense_vector")) {
			field.put("dims", 3);
		}
		if (value != null) {
			field.put(parameter, value);
		}
		return new IndexResource(name, ANALYSIS,
				Map.of("properties",
						Map.of("field", field, "other", Map.of("type", "keyword"), "third", Map.of("type", "keyword"))),
				Map.of());
	}

	private static String name(@Nullable String... parts) {
		List<String> words = new ArrayList<>();
		for (String part : parts) {
			words.add((part != null) ? part.toLowerCase(Locale.ROOT) : "default");
		}
		return String.join("-", words);
	}

}
