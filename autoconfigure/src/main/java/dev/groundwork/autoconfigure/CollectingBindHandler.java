package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConverterNotFoundException;

/**
 * {@link BindHandler} that notes what goes wrong and goes on with the next property.
 */
class CollectingBindHandler implements BindHandler {

	private final List<BindHandler> checks;

	private final Predicate<BindFailure> ignored;

	private final List<BindFailure> failures = new ArrayList<>();

	private final Set<ConfigurationPropertyName> undecided = new LinkedHashSet<>();

	private final Set<ConfigurationPropertyName> names = new LinkedHashSet<>();

	/**
	 * Create a new {@link CollectingBindHandler} instance.
	 * @param checks look at what was bound, each by itself
	 * @param ignored whether a failure is for somebody else to decide
	 */
	CollectingBindHandler(List<BindHandler> checks, Predicate<BindFailure> ignored) {
		this.checks = checks;
		this.ignored = ignored;
	}

	/**
	 * Return what went wrong.
	 * @return the failures, those of parts before those of what they are parts of
	 */
	List<BindFailure> failures() {
		return this.failures;
	}

	/**
	 * Return what has no value though it may get one.
	 * @return the names
	 */
	Set<ConfigurationPropertyName> undecided() {
		return this.undecided;
	}

	/**
	 * Return the names that would have been bound.
	 * @return the names
	 */
	Set<ConfigurationPropertyName> names() {
		return this.names;
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		this.names.add(name);
		this.checks.forEach((check) -> check.onStart(name, target, context));
		return PropertiesBindHandler.restricted(target);
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		this.checks.forEach((check) -> check.onSuccess(name, target, context, result));
		return result;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		if (context.getDepth() > 0 || !(error instanceof ConverterNotFoundException)) {
			BindFailure failure = BindFailure.of(name, target, context, error);
			if (this.ignored.test(failure)) {
				this.undecided.add(name);
			}
			else {
				this.failures.add(failure);
			}
		}
		return null;
	}

	@Override
	public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			@Nullable Object result) {
		for (BindHandler check : this.checks) {
			try {
				check.onFinish(name, target, context, result);
			}
			catch (BindValidationException | UnboundConfigurationPropertiesException ex) {
				this.failures.add(new BindFailure(name, target, null, ex));
			}
			catch (Exception ex) {
				// a validator that cannot work yet says nothing about the value
				this.undecided.add(name);
			}
		}
	}

}
