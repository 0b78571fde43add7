package dev.groundwork.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.groundwork.provision.DesiredStateExport;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * The requests that create everything, in their order, to be pasted into a console.
 */
final class RequestExport implements DesiredStateExport {

	private static final JsonWriter<Object> JSON = JsonWriter.standard();

	@Override
	public String getFormat() {
		return "elasticsearch-requests";
	}

	@Override
	public String write(DesiredState desired) {
		return desired.declarations()
			.stream()
			.filter((declaration) -> !declaration.external())
			.map(Declaration::resource)
			.map(RequestExport::request)
			.map((request) -> "%s %s\n%s\n".formatted(request.method(), request.path(), json(request.body(), "")))
			.collect(Collectors.joining("\n"));
	}

	private static ElasticsearchRequest request(Resource resource) {
		return (resource instanceof ClusterDefinition definition) ? definition.request()
				: ((IndexResource) resource).request();
	}

	private static String json(@Nullable Object value, String indent) {
		if (value instanceof Map<?, ?> && !Nested.map(value).isEmpty()) {
			String deeper = indent + "  ";
			return Nested.map(value)
				.entrySet()
				.stream()
				.map((entry) -> "%s%s: %s".formatted(deeper, JSON.writeToString(entry.getKey()),
						json(entry.getValue(), deeper)))
				.collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
		}
		if (value instanceof List<?> list) {
			return list.stream().map((member) -> json(member, indent)).collect(Collectors.joining(", ", "[", "]"));
		}
		return JSON.writeToString(value);
	}

}
