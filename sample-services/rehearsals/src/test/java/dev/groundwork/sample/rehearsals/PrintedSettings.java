package dev.groundwork.sample.rehearsals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service reads, as its doctor has printed it. What may be left out is a comment
 * there, and counts here.
 *
 * @param secrets the keys of the Secret and their defaults
 * @param settings the keys of the ConfigMap and their defaults
 */
record PrintedSettings(Map<String, String> secrets, Map<String, String> settings) {

	private static final Pattern KEY = Pattern.compile("^  #?([A-Z][A-Z0-9_]*): \"(.*)\"$", Pattern.MULTILINE);

	static Path file(String service) {
		return KubernetesManifests.FOLDER.resolve("settings").resolve(service + ".yaml");
	}

	static PrintedSettings of(String service) {
		String[] documents = KubernetesManifests.read(file(service)).split("---\n", 2);
		return new PrintedSettings(keys(documents[0]), keys(documents[1]));
	}

	private static Map<String, String> keys(String document) {
		return KEY.matcher(document)
			.results()
			.collect(Collectors.toMap((key) -> key.group(1), (MatchResult key) -> key.group(2), (one, other) -> one,
					TreeMap::new));
	}

}
