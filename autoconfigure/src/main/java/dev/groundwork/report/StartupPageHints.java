package dev.groundwork.report;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * {@link RuntimeHintsRegistrar} for what the start-up page is made of.
 *
 * @since 0.1.0
 */
public final class StartupPageHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern(PageAsset.STYLE.resource()).registerPattern(PageAsset.SCRIPT.resource());
		// Actuator asks the class for its constants
		hints.reflection().registerType(ReportFormat.class, MemberCategory.INVOKE_PUBLIC_METHODS);
	}

}
