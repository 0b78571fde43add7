package dev.groundwork.rabbitmq;

import com.rabbitmq.client.impl.Method;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * A declaration to be put to the broker.
 *
 * @param declaration the declaration
 * @param passive whether only to ask if the resource exists
 */
record Declare(Declaration declaration, boolean passive) {

	static Declare passively(Declaration declaration) {
		return new Declare(declaration, true);
	}

	static Declare actively(Declaration declaration) {
		return new Declare(declaration, false);
	}

	Resource resource() {
		return this.declaration.resource();
	}

	ResourceId id() {
		return this.declaration.id();
	}

	Method method() {
		return this.passive ? AmqpMethods.passive(resource()) : AmqpMethods.active(resource());
	}

}
