package dev.groundwork.autoconfigure;

import java.util.List;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.elasticsearch.ClusterWatch;
import dev.groundwork.readiness.DependencyCheck;

import org.springframework.beans.factory.DisposableBean;

/**
 * {@link DependencyCheck} of the Elasticsearch cluster.
 */
final class ClusterDependency implements DependencyCheck, DisposableBean {

	static final String NAME = "elasticsearch";

	private final ClusterWatch watch;

	ClusterDependency(ClusterWatch watch) {
		this.watch = watch;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public List<Diagnosis> check() {
		return this.watch.check();
	}

	@Override
	public void destroy() {
		this.watch.close();
	}

}
