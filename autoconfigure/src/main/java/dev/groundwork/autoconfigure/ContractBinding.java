package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.groundwork.contract.ContractTerms;
import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Production;
import dev.groundwork.contract.PropertyRequirement;
import dev.groundwork.contract.SecretRequirement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Reads the {@link Contract} from {@link ContractProperties} before the infrastructure
 * that binds beans exists. What cannot be read becomes a {@link Finding}: Spring Boot's
 * own report of it would print the value that stands there.
 */
final class ContractBinding {

	private static final List<String> KEYS = List.of("property", "min-bytes", "environment", "aliases[0]", "aliases");

	private final Iterable<ConfigurationPropertySource> sources;

	private final Binder binder;

	private final ConfigurableEnvironment environment;

	private final ContractProperties properties;

	private final ContractTerms terms;

	private final List<Finding> findings = new ArrayList<>();

	ContractBinding(ConfigurableEnvironment environment) {
		this.environment = environment;
		this.sources = ConfigurationPropertySources.get(environment);
		this.binder = new Binder(this.sources, new PropertySourcesPlaceholdersResolver(environment));
		this.properties = bind(
				new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
		this.terms = readTerms();
	}

	/**
	 * Return whether this is production.
	 * @return the decision
	 */
	Production production() {
		return this.properties.productionOf(this.environment);
	}

	/**
	 * Return whether the application has to be a certain build.
	 * @return whether a commit or a version is expected
	 */
	boolean asksForBuild() {
		return this.properties.expectedCommit() != null || this.properties.expectedVersion() != null;
	}

	/**
	 * Return the contract, as far as it can be read.
	 * @return the contract; empty if it cannot be read at all
	 */
	ContractTerms terms() {
		return this.terms;
	}

	private ContractTerms readTerms() {
		List<ContractProperties.Secret> secrets = this.properties.secrets();
		List<ContractProperties.Required> required = this.properties.required();
		return new ContractTerms(
				IntStream.range(0, secrets.size()).mapToObj((index) -> requirement(index, secrets.get(index))).toList(),
				IntStream.range(0, required.size())
					.mapToObj((index) -> requirement(index, required.get(index)))
					.toList(),
				this.properties.rules(), this.properties.environmentPrefixes());
	}

	/**
	 * Return what was wrong when the contract was read.
	 * @return the findings
	 */
	List<Finding> findings() {
		return this.findings;
	}

	private ContractProperties bind(BindHandler handler) {
		try {
			return this.binder.bindOrCreate(ContractProperties.PREFIX, Bindable.of(ContractProperties.class), handler);
		}
		catch (BindException ex) {
			if (!(ex.getCause() instanceof UnboundConfigurationPropertiesException unbound)) {
				refuseUnreadable(ex);
			}
			else if (handler != BindHandler.DEFAULT) {
				unbound.getUnboundProperties().forEach(this::refuseUnknown);
				return bind(BindHandler.DEFAULT);
			}
			else {
				// a list whose first elements stand in another source cannot be read at
				// all
				this.findings.clear();
				unbound.getUnboundProperties().forEach(this::refuseLoneElement);
			}
			return new Binder().bindOrCreate(ContractProperties.PREFIX, ContractProperties.class);
		}
	}

	private void refuseUnknown(ConfigurationProperty property) {
		this.findings.add(Finding.invalidContract(property.getName().toString(), property.getOrigin(),
				"is not a key of the contract", "Remove it, or correct its spelling. The keys of a secret are "
						+ "'property', 'environment', 'aliases', 'min-bytes', 'encoding' and 'required-when'."));
	}

	private void refuseLoneElement(ConfigurationProperty property) {
		this.findings.add(Finding.invalidContract(property.getName().toString(), property.getOrigin(),
				"is an element of a list whose first elements do not stand in the same source",
				"Write the whole list in one source. Nothing else of the contract was checked."));
	}

	private void refuseUnreadable(BindException ex) {
		ConfigurationProperty property = ex.getProperty();
		this.findings
			.add(Finding.invalidContract(ex.getName().toString(), (property != null) ? property.getOrigin() : null,
					"cannot be read as " + ex.getTarget().getType().resolve(Object.class).getSimpleName(),
					"Correct the value. Nothing else of the contract was checked."));
	}

	private SecretRequirement requirement(int index, ContractProperties.Secret secret) {
		return new SecretRequirement(secret.property(), secret.environment(), secret.aliases(), secret.minBytes(),
				secret.encoding(), secret.requiredWhen(),
				origin(KEYS.stream().map((key) -> ContractProperties.PREFIX + ".secrets[" + index + "]." + key)));
	}

	private PropertyRequirement requirement(int index, ContractProperties.Required required) {
		String entry = ContractProperties.PREFIX + ".required[" + index + "]";
		return new PropertyRequirement(required.property(), required.requiredWhen(),
				origin(Stream.of(entry, entry + ".property")));
	}

	private @Nullable Origin origin(Stream<String> keys) {
		return keys.map(ConfigurationPropertyName::of).flatMap(this::origins).findFirst().orElse(null);
	}

	private Stream<Origin> origins(ConfigurationPropertyName name) {
		List<Origin> origins = new ArrayList<>();
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null && property.getOrigin() != null) {
				origins.add(property.getOrigin());
			}
		}
		return origins.stream();
	}

}
