package dev.groundwork.rabbitmq;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.groundwork.plan.Observation;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Step;
import dev.groundwork.provision.Outcome;
import dev.groundwork.provision.ProvisioningMode;
import dev.groundwork.provision.ProvisioningSession;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.ResourceId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link ProvisioningSession} that asks the management API as well: always where nothing
 * is applied, else only when something is not as declared. That the API cannot be read
 * never fails an attempt.
 */
final class ManagedSession implements ProvisioningSession {

	private static final Log logger = LogFactory.getLog(ManagedSession.class);

	private final ProvisioningSession session;

	private final @Nullable ManagementAccess access;

	/**
	 * The bindings that were asked for so far: what is read back is only a part of it.
	 */
	private final Set<BindingResource> declared = new HashSet<>();

	ManagedSession(ProvisioningSession session, @Nullable ManagementAccess access) {
		this.session = session;
		this.access = access;
	}

	@Override
	public Map<ResourceId, Observation> inspect(DesiredState desired, ProvisioningMode mode) {
		Map<ResourceId, Observation> observed = this.session.inspect(desired, mode);
		desired.resources(BindingResource.class)
			.forEach((binding) -> this.declared.add(BrokerContents.comparable(binding)));
		if (mode == ProvisioningMode.APPLY && observed.values().stream().noneMatch(ManagedSession::differs)) {
			return observed;
		}
		if (this.access == null) {
			return new Uncompared(mode, "groundwork.rabbitmq.management.uri would tell").enrich(observed);
		}
		try {
			BrokerContents contents = new ManagementApi(this.access).read();
			return new ManagementComparison(contents, mode != ProvisioningMode.VERIFY, this.declared, this.access)
				.enrich(desired, observed);
		}
		catch (ManagementUnavailableException ex) {
			logger.debug("Management API not read", ex);
			return new Uncompared(mode, String.valueOf(ex.getMessage())).enrich(observed);
		}
	}

	private static boolean differs(Observation observation) {
		return observation instanceof Present present && !present.differences().isEmpty();
	}

	@Override
	public List<Outcome> apply(List<Step> steps, Consumer<String> progress) {
		return this.session.apply(steps, progress);
	}

	@Override
	public void close() {
		this.session.close();
	}

}
