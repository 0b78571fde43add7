package dev.groundwork.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a config tree is empty, as it is where a secret was mounted before it had a
 * value. It is only a warning where nothing is known to read it, and nothing where it is
 * a secret of the contract, which has a rule of its own.
 */
final class EmptyConfigTreeFileRule implements DeploymentRule {

	@Override
	public String name() {
		return "empty-config-tree-file";
	}

	@Override
	public Stream<Finding> check(Inspection inspection, Deployment deployment) {
		List<Setting> empty = inspection.settings()
			.all()
			.stream()
			.filter((setting) -> setting.isBlank() && setting.place().isConfigTree())
			.filter((setting) -> isEffective(setting, inspection))
			.toList();
		if (empty.isEmpty()) {
			return Stream.empty();
		}
		Readers readers = Readers.of(inspection, deployment);
		return empty.stream().map((setting) -> {
			Finding finding = finding(setting.name(), setting.origin(),
					"is read from a file of a config tree, which is empty",
					"Give the key a value where the volume comes from, as in:\n"
							+ "    kubectl create secret generic <secret> --from-literal=" + setting.name()
							+ "=<value>\nor remove the key, if the application needs no value.");
			return readers.mayRead(setting.name()) ? finding : finding.withSeverity(Severity.WARNING);
		});
	}

	private static boolean isEffective(Setting setting, Inspection inspection) {
		Setting read = inspection.settings().find(setting.name());
		return read != null && read.isSamePlaceAs(setting)
				&& inspection.secrets()
					.stream()
					.map(Secret::bound)
					.noneMatch((bound) -> bound != null && bound.passes(setting));
	}

}
