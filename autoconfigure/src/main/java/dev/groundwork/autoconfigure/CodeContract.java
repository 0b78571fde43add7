package dev.groundwork.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.contract.Condition;
import dev.groundwork.contract.ContractTerms;
import dev.groundwork.contract.Encoding;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.PropertyRequirement;
import dev.groundwork.contract.SecretRequirement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.BasicJsonParser;
import org.springframework.util.StreamUtils;

/**
 * What the annotations in the code require, as the annotation processor wrote it down in
 * each module of the class path. What stands in the properties of the application wins.
 */
final class CodeContract {

	static final String RESOURCE = "META-INF/groundwork-contract.json";

	private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

	private final Predicate<String> isBound;

	private final Map<ConfigurationPropertyName, Entry> entries = new LinkedHashMap<>();

	private final List<Conflict> conflicts = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private CodeContract(Predicate<String> isBound) {
		this.isBound = isBound;
	}

	/**
	 * Read what is on the class path.
	 * @param classLoader the class loader of the application
	 * @param isBound tells by the name of a type whether a bean of it is bound: a type
	 * that is merely on the class path requires nothing
	 * @return what is required
	 */
	static CodeContract read(ClassLoader classLoader, Predicate<String> isBound) {
		CodeContract contract = new CodeContract(isBound);
		try {
			Enumeration<URL> resources = classLoader.getResources(RESOURCE);
			while (resources.hasMoreElements()) {
				contract.read(resources.nextElement());
			}
		}
		catch (IOException ex) {
			contract.refuse(RESOURCE);
		}
		return contract;
	}

	/**
	 * Add what is required here and of which the given terms say nothing.
	 * @param terms the terms of the application
	 * @return all terms
	 */
	ContractTerms addTo(ContractTerms terms) {
		if (this.entries.isEmpty() && this.conflicts.isEmpty()) {
			return terms;
		}
		Set<ConfigurationPropertyName> listed = Stream
			.concat(terms.secrets().stream().map(SecretRequirement::property),
					terms.properties().stream().map(PropertyRequirement::property))
			.map(ConfigurationPropertyName::ofIfValid)
			.collect(Collectors.toSet());
		List<SecretRequirement> secrets = new ArrayList<>(terms.secrets());
		List<PropertyRequirement> properties = new ArrayList<>(terms.properties());
		this.entries.forEach((name, entry) -> {
			if (!listed.contains(name)) {
				entry.addTo(secrets, properties);
			}
		});
		this.conflicts.stream()
			.filter((conflict) -> !listed.contains(conflict.first().name()))
			.map(Conflict::finding)
			.forEach(this.findings::add);
		return new ContractTerms(secrets, properties, terms.severities(), terms.environmentPrefixes());
	}

	/**
	 * Return what is wrong with what the annotations say.
	 * @return the findings
	 */
	List<Finding> findings() {
		return this.findings;
	}

	private void read(URL resource) {
		try {
			List<Entry> read = Entry.all(new BasicJsonParser().parseMap(withoutLineBreaks(text(resource))));
			read.stream().filter((entry) -> this.isBound.test(entry.type())).forEach(this::add);
		}
		catch (IOException | RuntimeException ex) {
			refuse(resource.toString());
		}
	}

	private static String withoutLineBreaks(String json) {
		// the parser takes an element on a line of its own for text
		return LINE_BREAK.matcher(json).replaceAll("");
	}

	private static String text(URL resource) throws IOException {
		URLConnection connection = resource.openConnection();
		// a jar that is held open would be locked, or be seen as it was
		connection.setUseCaches(false);
		try (InputStream content = connection.getInputStream()) {
			return StreamUtils.copyToString(content, StandardCharsets.UTF_8);
		}
	}

	private void add(Entry entry) {
		Entry first = this.entries.putIfAbsent(entry.name(), entry);
		if (first != null && !first.saysTheSameAs(entry)) {
			this.conflicts.add(new Conflict(first, entry));
		}
	}

	private void refuse(String resource) {
		this.findings.add(Finding.invalidContract(RESOURCE, new CodeOrigin(resource), "cannot be read",
				"Compile the module that it belongs to again, with groundwork-contract-processor."));
	}

	/**
	 * Two annotations that say different things about one property.
	 *
	 * @param first the one that counts
	 * @param second the other one
	 */
	private record Conflict(Entry first, Entry second) {

		Finding finding() {
			String property = this.first.name().toString();
			return Finding.invalidContract(property, new CodeOrigin(this.first.source()),
					"is under contract in two places that say different things: " + this.first.source() + " and "
							+ this.second.source(),
					"Make them say the same, or decide in application.yml:\n    groundwork.contract.secrets[0].property: "
							+ property);
		}

	}

	/**
	 * What one annotation says.
	 *
	 * @param name the name of the property
	 * @param type the type that is bound
	 * @param source where the annotation stands
	 * @param secret what is required of a secret, or {@code null} if it is none
	 * @param requiredWhen when it is required, or {@code null} if it always is
	 */
	private record Entry(ConfigurationPropertyName name, String type, String source, @Nullable SecretRequirement secret,
			@Nullable Condition requiredWhen) {

		static List<Entry> all(Map<String, Object> json) {
			return Stream
				.concat(maps(json, "secrets").map((entry) -> of(entry, true)),
						maps(json, "properties").map((entry) -> of(entry, false)))
				.toList();
		}

		private static Stream<Map<?, ?>> maps(Map<String, Object> json, String key) {
			return ((List<?>) json.getOrDefault(key, List.of())).stream().map((entry) -> (Map<?, ?>) entry);
		}

		private static Entry of(Map<?, ?> json, boolean secret) {
			String property = required(json, "property");
			String source = required(json, "source");
			Condition requiredWhen = (json.get("requiredWhen") instanceof String text) ? Condition.of(text) : null;
			return new Entry(ConfigurationPropertyName.of(property), required(json, "type"), source,
					secret ? secret(json, property, source, requiredWhen) : null, requiredWhen);
		}

		private static SecretRequirement secret(Map<?, ?> json, String property, String source,
				@Nullable Condition requiredWhen) {
			List<String> aliases = (json.get("aliases") instanceof List<?> names)
					? names.stream().map(String::valueOf).toList() : List.of();
			int minBytes = (json.get("minBytes") instanceof Number number) ? number.intValue() : 0;
			Encoding encoding = (json.get("encoding") instanceof String text)
					? Encoding.valueOf(text.toUpperCase(Locale.ROOT)) : Encoding.PLAIN;
			return new SecretRequirement(property, (json.get("environment") instanceof String text) ? text : null,
					aliases, minBytes, encoding, requiredWhen, new CodeOrigin(source));
		}

		private static String required(Map<?, ?> json, String key) {
			if (json.get(key) instanceof String text && !text.isBlank()) {
				return text;
			}
			throw new IllegalArgumentException("No '" + key + "'");
		}

		boolean saysTheSameAs(Entry other) {
			return terms().equals(other.terms());
		}

		private List<Object> terms() {
			Stream<?> own = (this.secret != null) ? Stream.of(String.valueOf(this.secret.environment()),
					this.secret.aliases(), this.secret.minBytes(), this.secret.encoding()) : Stream.of();
			return Stream.concat(own, Stream.of(String.valueOf(this.requiredWhen))).map(Object.class::cast).toList();
		}

		void addTo(List<SecretRequirement> secrets, List<PropertyRequirement> properties) {
			if (this.secret != null) {
				secrets.add(this.secret);
			}
			else {
				properties
					.add(new PropertyRequirement(this.name.toString(), this.requiredWhen, new CodeOrigin(this.source)));
			}
		}

	}

}
