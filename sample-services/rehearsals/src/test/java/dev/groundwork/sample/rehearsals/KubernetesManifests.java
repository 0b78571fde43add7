package dev.groundwork.sample.rehearsals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/**
 * The files in {@code deploy/kubernetes}, read as strictly as a server would with
 * {@code --validate=strict}.
 */
final class KubernetesManifests {

	static final Path FOLDER = Path.of("..", "..", "deploy", "kubernetes");

	static final String KUSTOMIZATION = "kustomization.yaml";

	private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of("v1/ConfigMap", ConfigMap.class,
			"v1/Secret", Secret.class, "v1/Service", Service.class, "apps/v1/Deployment", Deployment.class,
			"batch/v1/Job", Job.class, "batch/v1/CronJob", CronJob.class, "policy/v1/PodDisruptionBudget",
			PodDisruptionBudget.class, "networking.k8s.io/v1/Ingress", Ingress.class);

	private static final ObjectMapper yaml = new ObjectMapper(
			YAMLFactory.builder().enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL).build())
		.setAnnotationIntrospector(new NoRoomForUnknownFields());

	private KubernetesManifests() {
	}

	static List<HasMetadata> resources(Path file) {
		return documents(read(file)).stream().map(KubernetesManifests::resource).toList();
	}

	static List<HasMetadata> resources(String text) {
		return documents(text).stream().map(KubernetesManifests::resource).toList();
	}

	static List<HasMetadata> resources() {
		return files().stream()
			.filter((file) -> !isKustomization(file))
			.flatMap((file) -> resources(file).stream())
			.toList();
	}

	static boolean isKustomization(Path file) {
		return file.endsWith(KUSTOMIZATION);
	}

	static ConfigMap sharedSettings() {
		return (ConfigMap) resources(FOLDER.resolve("base").resolve("settings.yaml")).get(0);
	}

	static JsonNode kustomization(Path folder) {
		return documents(read(folder.resolve(KUSTOMIZATION))).get(0);
	}

	static Deployment patch(String text) {
		try {
			return yaml.readValue(text, Deployment.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Path> files() {
		try (Stream<Path> files = Files.walk(FOLDER)) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<JsonNode> documents(String text) {
		try (MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class).readValues(text)) {
			return new ArrayList<>(documents.readAll());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static HasMetadata resource(JsonNode document) {
		String kind = document.path("apiVersion").asText() + "/" + document.path("kind").asText();
		Class<? extends HasMetadata> type = KINDS.get(kind);
		if (type == null) {
			throw new IllegalArgumentException("No model for '%s'".formatted(kind));
		}
		try {
			return yaml.treeToValue(document, type);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * The models collect what they do not know; without that, Jackson refuses it.
	 */
	private static final class NoRoomForUnknownFields extends JacksonAnnotationIntrospector {

		private static final long serialVersionUID = 1L;

		@Override
		public Boolean hasAnySetter(Annotated annotated) {
			return Boolean.FALSE;
		}

	}

}
