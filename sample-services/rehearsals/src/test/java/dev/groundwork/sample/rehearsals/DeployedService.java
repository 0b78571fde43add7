package dev.groundwork.sample.rehearsals;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/**
 * A service of which {@code deploy/kubernetes} has a Deployment.
 *
 * @param deployment the Deployment
 * @param manifests everything that is there, also for other services
 */
record DeployedService(Deployment deployment, List<HasMetadata> manifests) {

	static List<DeployedService> all() {
		List<HasMetadata> manifests = KubernetesManifests.resources();
		return manifests.stream()
			.filter(Deployment.class::isInstance)
			.map((deployment) -> new DeployedService((Deployment) deployment, manifests))
			.toList();
	}

	String name() {
		return this.deployment.getMetadata().getName();
	}

	PodTemplateSpec template() {
		return this.deployment.getSpec().getTemplate();
	}

	PodSpec pod() {
		return template().getSpec();
	}

	Container container() {
		return container(pod());
	}

	Service service() {
		return find(Service.class, name()).orElseThrow();
	}

	PodDisruptionBudget disruptionBudget() {
		return find(PodDisruptionBudget.class, name()).orElseThrow();
	}

	Optional<PodSpec> job() {
		return find(Job.class, name() + "-groundwork").map((job) -> job.getSpec().getTemplate().getSpec());
	}

	PodSpec rehearsal() {
		CronJob rehearsal = find(CronJob.class, name() + "-cold-start").orElseThrow();
		return rehearsal.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
	}

	PrintedSettings settings() {
		return PrintedSettings.of(name());
	}

	static Container container(PodSpec pod) {
		return pod.getContainers().get(0);
	}

	private <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
		return this.manifests.stream()
			.filter(type::isInstance)
			.map(type::cast)
			.filter((resource) -> resource.getMetadata().getName().equals(name))
			.findFirst();
	}

	@Override
	public String toString() {
		return name();
	}

}
