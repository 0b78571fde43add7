package dev.groundwork.elasticsearch;

import java.util.Collection;
import java.util.function.Supplier;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.provision.Provisioner;
import dev.groundwork.resource.Declaration;

/**
 * The Elasticsearch back end.
 *
 * @since 0.1.0
 */
public final class ElasticsearchBackEnd {

	private ElasticsearchBackEnd() {
	}

	/**
	 * Create a provisioner for the cluster that the application uses, which is content
	 * with active primary shards.
	 * @param clients creates a client for each attempt; it is closed after the attempt
	 * @param declarations resolves what must exist; called once for each start
	 * @return the provisioner
	 */
	public static Provisioner provisioner(Supplier<Rest5Client> clients,
			Supplier<? extends Collection<Declaration>> declarations) {
		return provisioner(clients, declarations, WaitForStatus.YELLOW, OnDrift.FAIL, false);
	}

	/**
	 * Create a provisioner for the cluster that the application uses.
	 * @param clients creates a client for each attempt; it is closed after the attempt
	 * @param declarations resolves what must exist; called once for each start
	 * @param awaited the status that each index must reach
	 * @param onDrift what to do about an index that cannot be changed in place
	 * @param job whether this run ends when everything is there, so that it may migrate
	 * @return the provisioner
	 */
	public static Provisioner provisioner(Supplier<Rest5Client> clients,
			Supplier<? extends Collection<Declaration>> declarations, WaitForStatus awaited, OnDrift onDrift,
			boolean job) {
		return new ElasticsearchProvisioner(clients, declarations, awaited, onDrift, job);
	}

}
