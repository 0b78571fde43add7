package dev.groundwork.autoconfigure;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.groundwork.contract.Finding;
import dev.groundwork.contract.Severity;
import dev.groundwork.contract.Spelling;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.PropertyResolver;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Tells what is wrong with the properties of one bean. A message of an exception or of a
 * validator may quote the value, so none is repeated.
 */
final class BindFindings {

	// Spring Boot's own words about a setter, with the name of the property
	private static final String SETTER = "Unable to set value for property ";

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:${}]+)[:}]");

	private static final Pattern OUTSIDE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?:\\w+\\$)*");

	private final PropertyResolver environment;

	private final Severity severity;

	private final Function<ObjectError, @Nullable String> constraints;

	BindFindings(PropertyResolver environment, Severity severity, Function<ObjectError, @Nullable String> constraints) {
		this.environment = environment;
		this.severity = severity;
		this.constraints = constraints;
	}

	/**
	 * Return what is wrong, without what only follows from it.
	 * @param bound how the bean was bound
	 * @return the findings
	 */
	List<Finding> findings(CollectingBindHandler bound) {
		Set<ConfigurationPropertyName> spoilt = new LinkedHashSet<>(bound.undecided());
		Stream.Builder<Finding> findings = Stream.builder();
		for (BindFailure failure : bound.failures()) {
			if (failure.error() instanceof BindValidationException invalid) {
				invalid.getValidationErrors()
					.getAllErrors()
					.stream()
					.filter((error) -> !isSpoilt(name(failure.name(), error), spoilt))
					.map((error) -> invalid(failure.name(), error))
					.forEach(findings::add);
			}
			else if (unbound(failure.error()) instanceof UnboundConfigurationPropertiesException unknown) {
				unknown.getUnboundProperties()
					.stream()
					.filter((property) -> !isLost(property.getName(), spoilt))
					.map((property) -> unknown(property, bound.names()))
					.forEach(findings::add);
			}
			else if (!isSpoilt(failure.name(), spoilt)) {
				spoilt.add(failure.name());
				findings.add(unreadable(failure));
			}
		}
		return findings.build().distinct().toList();
	}

	private static boolean isSpoilt(ConfigurationPropertyName name, Collection<ConfigurationPropertyName> spoilt) {
		return spoilt.stream()
			.anyMatch((other) -> name.equals(other) || name.isAncestorOf(other) || other.isAncestorOf(name));
	}

	// what follows an element that could not be read was not looked at
	private static boolean isLost(ConfigurationPropertyName name, Collection<ConfigurationPropertyName> spoilt) {
		return spoilt.stream().map(BindFindings::list).anyMatch((list) -> isSpoilt(name, List.of(list)));
	}

	private static ConfigurationPropertyName list(ConfigurationPropertyName name) {
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			if (name.isNumericIndex(i)) {
				return name.chop(i);
			}
		}
		return name;
	}

	private static Throwable unbound(Exception error) {
		return (error.getCause() instanceof UnboundConfigurationPropertiesException cause) ? cause : error;
	}

	private static ConfigurationPropertyName name(ConfigurationPropertyName prefix, ObjectError error) {
		return (error instanceof FieldError field)
				? prefix.append(DataObjectPropertyName.toDashedForm(field.getField())) : prefix;
	}

	private Finding invalid(ConfigurationPropertyName prefix, ObjectError error) {
		ConfigurationPropertyName name = name(prefix, error);
		String text = this.constraints.apply(error);
		if (text == null) {
			text = "its validator refuses it"
					+ ((error.getCode() != null) ? " (code '%s')".formatted(error.getCode()) : "");
		}
		boolean absent = error instanceof FieldError field && field.getRejectedValue() == null;
		String remedy = absent ? "Add to application.yml:%n    %s: …".formatted(name) : "Correct the value.";
		return finding(name, Origin.from(error), (absent ? "is not set: " : "is refused: ") + text, remedy);
	}

	private Finding unknown(ConfigurationProperty property, Collection<ConfigurationPropertyName> known) {
		ConfigurationPropertyName name = property.getName();
		String closest = Spelling.closest(name.toString(),
				known.stream().map(ConfigurationPropertyName::toString).toList());
		String remedy = (closest != null) ? "Did you mean '%s'?".formatted(closest)
				: "Remove it, or correct its spelling.";
		return finding(name, property.getOrigin(), "is set and nothing reads it", remedy);
	}

	private Finding unreadable(BindFailure failure) {
		ConfigurationProperty property = failure.property();
		String type = OUTSIDE.matcher(failure.target().getType().toString()).replaceAll("");
		String reason = (failure.error() instanceof ConversionException) ? "cannot be read as " + type
				: "is refused by " + type + " (" + cause(failure.error()).getClass().getSimpleName() + ")";
		Origin origin = null;
		if (property != null) {
			origin = property.getOrigin();
			List<String> unset = unset(property.getValue());
			if (!unset.isEmpty()) {
				reason = "refers to " + unset.stream().map("'%s'"::formatted).collect(Collectors.joining(", "))
						+ ", not set, and " + reason;
			}
		}
		return finding(refused(failure), origin, reason, expected(failure.target()));
	}

	private static ConfigurationPropertyName refused(BindFailure failure) {
		String message = String.valueOf(failure.error().getMessage());
		return message.startsWith(SETTER) ? failure.name().append(message.substring(SETTER.length())) : failure.name();
	}

	private List<String> unset(Object value) {
		return REFERENCE.matcher(String.valueOf(value))
			.results()
			.filter((reference) -> reference.group().endsWith("}"))
			.map((MatchResult reference) -> reference.group(1))
			.filter((name) -> !this.environment.containsProperty(name))
			.distinct()
			.toList();
	}

	private static Throwable cause(Throwable error) {
		Throwable cause = error;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		return cause;
	}

	private static String expected(Bindable<?> target) {
		Class<?> type = target.getBoxedType().resolve(Object.class);
		if (type == Boolean.class) {
			return "Write 'true' or 'false'.";
		}
		if (type.isEnum()) {
			return "Write one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", ")) + ".";
		}
		if (Number.class.isAssignableFrom(type)) {
			return "Write a number that a " + type.getSimpleName() + " can hold.";
		}
		return switch (type.getName()) {
			case "java.time.Duration" -> "Write a number and a unit, for example '10s'.";
			case "java.time.Period" -> "Write a number and a unit, for example '10d'.";
			case "org.springframework.util.unit.DataSize" -> "Write a number and a unit, for example '10MB'.";
			default -> "Correct the value.";
		};
	}

	private Finding finding(ConfigurationPropertyName name, @Nullable Origin origin, String reason, String remedy) {
		return new Finding(Finding.INVALID_PROPERTY, this.severity, name.toString(), origin, reason, remedy);
	}

}
