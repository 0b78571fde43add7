package dev.groundwork.rabbitmq;

import java.util.List;
import java.util.Set;

/**
 * Bindings that lead to a declared queue and are not declared, such as those of an
 * earlier version of the service. They are told, never deleted.
 */
final class UnexpectedBindings {

	private final BrokerContents contents;

	private final Set<BindingResource> declared;

	private final ManagementAccess access;

	UnexpectedBindings(BrokerContents contents, Set<BindingResource> declared, ManagementAccess access) {
		this.contents = contents;
		this.declared = Set.copyOf(declared);
		this.access = access;
	}

	List<String> notes(QueueResource queue) {
		return this.contents.bindings()
			.keySet()
			.stream()
			.filter((binding) -> binding.toQueue() && binding.destination().equals(queue.name())
					&& !binding.exchange().isEmpty() && !this.declared.contains(binding))
			.map((binding) -> "%s is there and not declared here; to remove it: curl -u %s -X DELETE '%s'"
				.formatted(binding.id(), RabbitMqDiagnoses.quote(this.access.username()), address(binding)))
			.toList();
	}

	private String address(BindingResource binding) {
		String key = this.contents.bindings().getOrDefault(binding, "");
		return this.access
			.resource("bindings", this.access.virtualHost(), "e", binding.exchange(), "q", binding.destination(), key)
			.toString();
	}

}
