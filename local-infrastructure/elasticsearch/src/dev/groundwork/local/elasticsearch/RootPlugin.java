package dev.groundwork.local.elasticsearch;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.apache.lucene.util.Version;
import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.state.ClusterStateRequest;
import org.elasticsearch.action.admin.cluster.state.ClusterStateResponse;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.metadata.IndexNameExpressionResolver;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.IndexScopedSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.settings.SettingsFilter;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestController;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.rest.action.RestResponseListener;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * Answers {@code GET /} and {@code HEAD /}, which clients ask for the server's version: the
 * module of Elasticsearch that does is not published as a jar.
 */
public final class RootPlugin extends Plugin implements ActionPlugin {

	@Override
	public Collection<RestHandler> getRestHandlers(Settings settings, NamedWriteableRegistry writeables,
			RestController controller, ClusterSettings clusterSettings, IndexScopedSettings indexSettings,
			SettingsFilter filter, IndexNameExpressionResolver resolver, Supplier<DiscoveryNodes> nodes,
			Predicate<NodeFeature> features) {
		return List.of(new RootHandler(settings.get("node.name")));
	}

	private static final class RootHandler extends BaseRestHandler {

		private final String nodeName;

		private RootHandler(String nodeName) {
			this.nodeName = nodeName;
		}

		@Override
		public String getName() {
			return "groundwork_root";
		}

		@Override
		public List<Route> routes() {
			return List.of(new Route(Method.GET, "/"), new Route(Method.HEAD, "/"));
		}

		@Override
		protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
			ClusterStateRequest metadata = new ClusterStateRequest(TimeValue.timeValueSeconds(30)).clear()
				.metadata(true);
			return (channel) -> client.admin().cluster().state(metadata, new RestResponseListener<>(channel) {

				@Override
				public RestResponse buildResponse(ClusterStateResponse state) throws IOException {
					return new RestResponse(RestStatus.OK, describe(channel.newBuilder().prettyPrint(), state));
				}

			});
		}

		private XContentBuilder describe(XContentBuilder json, ClusterStateResponse state) throws IOException {
			json.startObject();
			json.field("name", this.nodeName);
			json.field("cluster_name", state.getClusterName().value());
			json.field("cluster_uuid", state.getState().metadata().clusterUUID());
			describe(json.startObject("version"), Build.current()).endObject();
			return json.field("tagline", "You Know, for Search").endObject();
		}

		private XContentBuilder describe(XContentBuilder json, Build build) throws IOException {
			json.field("number", build.qualifiedVersion());
			json.field("build_flavor", build.flavor());
			json.field("build_type", build.type().displayName());
			json.field("build_hash", build.hash());
			json.field("build_date", build.date());
			json.field("build_snapshot", build.isSnapshot());
			json.field("lucene_version", Version.LATEST.toString());
			json.field("minimum_wire_compatibility_version", build.minWireCompatVersion());
			return json.field("minimum_index_compatibility_version", build.minIndexCompatVersion());
		}

	}

}
