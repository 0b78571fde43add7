package dev.groundwork.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.elasticsearch.ClusterWatch;
import dev.groundwork.readiness.DependencyCheck;

import org.springframework.beans.factory.DisposableBean;

/**
 * Checks the Elasticsearch cluster, if the application has indexes there or asks for it.
 */
final class ClusterDependency implements DependencyContributor, DisposableBean {

	static final String NAME = "elasticsearch";

	private final ClusterWatch watch;

	private final Supplier<? extends Collection<String>> indexes;

	private final ReadinessProperties properties;

	ClusterDependency(ClusterWatch watch, Supplier<? extends Collection<String>> indexes,
			ReadinessProperties properties) {
		this.watch = watch;
		this.indexes = indexes;
		this.properties = properties;
	}

	@Override
	public List<DependencyCheck> checks() {
		boolean used = !this.indexes.get().isEmpty();
		return (used || this.properties.names(NAME)) ? List.of(new Check(this.watch, used)) : List.of();
	}

	@Override
	public void destroy() {
		this.watch.close();
	}

	/**
	 * The check of the cluster.
	 *
	 * @param watch watches the cluster
	 * @param isVerifiedByStart whether there are indexes that the start verifies
	 */
	private record Check(ClusterWatch watch, boolean isVerifiedByStart) implements DependencyCheck {

		@Override
		public String getName() {
			return NAME;
		}

		@Override
		public List<Diagnosis> check() {
			return this.watch.check();
		}

	}

}
