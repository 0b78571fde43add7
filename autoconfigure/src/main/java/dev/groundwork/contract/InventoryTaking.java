package dev.groundwork.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Takes a {@link ContractInventory}: first what the contracts say, then what else the
 * application's own files refer to, which does not change the former.
 */
final class InventoryTaking {

	private final Settings settings;

	private final OwnFiles files;

	private final Map<String, VariableDraft> drafts = new TreeMap<>();

	private final List<RequiredSetting> required = new ArrayList<>();

	InventoryTaking(Settings settings) {
		this.settings = settings;
		this.files = new OwnFiles(settings);
	}

	ContractInventory inventory() {
		return new ContractInventory(this.required, this.drafts.values().stream().map(VariableDraft::finish).toList());
	}

	void addTerms(ContractTerms terms) {
		ContractTerms sound = new Declarations(terms).terms();
		sound.secrets().forEach(this::add);
		sound.properties().forEach(this::add);
	}

	private void add(SecretRequirement requirement) {
		String property = requirement.property();
		String environment = requirement.environment();
		String name = (environment != null) ? environment : variableReadBy(property);
		VariableDraft draft = draft(name, property);
		draft.settle(requirement.requiredWhen());
		draft.generate(requirement.encoding(), requirement.minBytes());
		requirement.aliases()
			.stream()
			.map(InventoryTaking::form)
			.filter((alias) -> !alias.equals(name))
			.forEach((alias) -> draft(alias, property).replace(name));
		this.required.add(RequiredSetting.of(property, true, name, requirement.requiredWhen(), this.settings));
	}

	private void add(PropertyRequirement requirement) {
		String property = requirement.property();
		String name = variableReadBy(property);
		VariableDraft draft = draft(name, property);
		if (this.files.give(property)) {
			draft.mayBeSet(null);
		}
		else {
			draft.settle(requirement.requiredWhen());
		}
		this.required.add(RequiredSetting.of(property, false, name, requirement.requiredWhen(), this.settings));
	}

	void addPlaceholders() {
		this.files.forEach((property, text) -> add(property, text, null));
	}

	private void add(String property, String text, @Nullable String insteadOf) {
		for (Placeholder placeholder : Placeholder.in(text)) {
			if (placeholder.isComputed()) {
				add(property, placeholder.name(), null);
			}
			else if (!this.files.has(placeholder.name())) {
				add(property, placeholder, insteadOf);
			}
		}
	}

	private void add(String property, Placeholder placeholder, @Nullable String insteadOf) {
		String fallback = placeholder.fallback();
		String next = insteadOf;
		if (!PlatformNames.include(placeholder.name())) {
			String name = form(placeholder.name());
			add(draft(name, property), fallback, insteadOf);
			next = name;
		}
		if (fallback != null) {
			add(property, fallback, next);
		}
	}

	private void add(VariableDraft draft, @Nullable String fallback, @Nullable String insteadOf) {
		boolean defaulted = fallback != null && this.files.isWhole(fallback);
		String shown = (fallback != null && Placeholder.in(fallback).isEmpty()) ? fallback : null;
		if (insteadOf != null) {
			draft.standsInFor(insteadOf, defaulted, shown);
		}
		else if (defaulted) {
			draft.mayBeSet(shown);
		}
		else {
			draft.mustBeSet();
		}
	}

	private VariableDraft draft(String name, String property) {
		VariableDraft draft = this.drafts.computeIfAbsent(name, VariableDraft::new);
		draft.readBy(property);
		return draft;
	}

	/**
	 * Return the environment variable that sets a property: the first one that its
	 * placeholders refer to, or that of relaxed binding.
	 * @param property the canonical name of the property
	 * @return the name of the environment variable
	 */
	private String variableReadBy(String property) {
		return this.files.askedFor(property)
			.filter((name) -> !PlatformNames.include(name))
			.map(InventoryTaking::form)
			.findFirst()
			.orElseGet(() -> NearMisses.environmentForm(property));
	}

	private static String form(String name) {
		if (name.equals(name.toUpperCase(Locale.ROOT))) {
			return name;
		}
		return ConfigurationPropertyName.isValid(name) ? NearMisses.environmentForm(name)
				: name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
	}

}
