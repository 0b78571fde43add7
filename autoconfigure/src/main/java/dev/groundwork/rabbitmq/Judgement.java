package dev.groundwork.rabbitmq;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on many declarations, no more than one on each.
 *
 * @param verdicts the verdicts by the identity of the resource
 * @param loss why the broker could not be reached any more, or {@code null}
 */
record Judgement(Map<ResourceId, Verdict> verdicts, @Nullable IOException loss) {

	static Judgement of(Collection<Verdict> verdicts, @Nullable IOException loss) {
		Map<ResourceId, Verdict> byId = new LinkedHashMap<>();
		verdicts.forEach((verdict) -> byId.put(verdict.declare().id(), verdict));
		return new Judgement(byId, loss);
	}

	@Nullable Verdict on(Declaration declaration) {
		return this.verdicts.get(declaration.id());
	}

	void throwLoss() throws IOException {
		if (this.loss != null) {
			throw this.loss;
		}
	}

}
