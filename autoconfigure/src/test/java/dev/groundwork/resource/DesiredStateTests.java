package dev.groundwork.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DesiredState}.
 */
class DesiredStateTests {

	private static final Queue ORDERS = new Queue("orders", Map.of("type", "quorum"));

	private static final Exchange EVENTS = new Exchange("events");

	@Test
	void nothingDeclaredIsEmpty() {
		assertThat(DesiredState.of(List.of()).isEmpty()).isTrue();
		assertThat(DesiredState.of(List.of(declared(EVENTS, "bean 'events'"))).isEmpty()).isFalse();
	}

	@Test
	void equalDeclarationsBecomeOneThatNamesEverySource() {
		DesiredState desired = DesiredState.of(List.of(declared(ORDERS, "bean 'orders'"),
				declared(ORDERS, "application.yml:3:5"), declared(ORDERS, "listener 'onOrder'")));
		assertThat(desired.declarations())
			.containsExactly(declared(ORDERS, "bean 'orders' and application.yml:3:5 and listener 'onOrder'"));
	}

	@Test
	void sourceThatDeclaresTwiceIsNamedOnce() {
		DesiredState desired = DesiredState
			.of(List.of(declared(ORDERS, "bean 'orders'"), declared(ORDERS, "bean 'orders'")));
		assertThat(desired.declarations()).containsExactly(declared(ORDERS, "bean 'orders'"));
	}

	@Test
	void orderOfFirstDeclarationsIsKept() {
		DesiredState desired = DesiredState.of(List.of(declared(new Exchange("z"), "a"), declared(ORDERS, "a"),
				declared(new Exchange("b"), "a"), declared(new Exchange("z"), "b"), declared(new Exchange("a"), "a")));
		assertThat(desired.declarations()).extracting((declaration) -> declaration.id().name())
			.containsExactly("z", "orders", "b", "a");
	}

	@Test
	void sameNameOfAnotherKindIsAnotherResource() {
		DesiredState desired = DesiredState
			.of(List.of(declared(new Exchange("orders"), "bean 'a'"), declared(ORDERS, "bean 'b'")));
		assertThat(desired.declarations()).hasSize(2);
	}

	@Test
	void contradictionNamesAttributeValuesAndBothSources() {
		Contradiction contradiction = only(declared(ORDERS, "bean 'orders'"),
				declared(new Queue("orders", Map.of("type", "classic")), "application.yml:3:5"));
		assertThat(contradiction.id()).isEqualTo(ORDERS.id());
		assertThat(contradiction.difference()).isEqualTo(new Difference("type", "quorum", "classic", false));
		assertThat(contradiction.firstSource()).isEqualTo("bean 'orders'");
		assertThat(contradiction.secondSource()).isEqualTo("application.yml:3:5");
		assertThat(contradiction).hasToString("queue 'orders' is declared twice with different type: "
				+ "quorum by bean 'orders', classic by application.yml:3:5");
	}

	@Test
	void attributeThatOnlyTheSecondSourceDeclaresContradicts() {
		Contradiction contradiction = only(declared(new Queue("orders", Map.of()), "bean 'a'"),
				declared(ORDERS, "bean 'b'"));
		assertThat(contradiction)
			.hasToString("queue 'orders' is declared twice with different type: none by bean 'a', quorum by bean 'b'");
	}

	@Test
	void attributeThatOnlyTheFirstSourceDeclaresContradicts() {
		Contradiction contradiction = only(declared(ORDERS, "bean 'a'"),
				declared(new Queue("orders", Map.of()), "bean 'b'"));
		assertThat(contradiction)
			.hasToString("queue 'orders' is declared twice with different type: quorum by bean 'a', none by bean 'b'");
	}

	@Test
	void allContradictionsAreReportedAtOnce() {
		Queue other = new Queue("orders", Map.of("type", "classic", "ttl", 5));
		Queue logs = new Queue("logs", Map.of("ttl", 1));
		List<Declaration> declarations = List.of(declared(ORDERS, "a"), declared(other, "b"), declared(logs, "a"),
				declared(new Queue("logs", Map.of("ttl", 2)), "c"), declared(EVENTS, "a"), declared(EVENTS, "b"));
		assertThat(DesiredState.of(declarations).contradictions())
			.extracting((contradiction) -> contradiction.id().name() + "." + contradiction.difference().attribute())
			.containsExactly("orders.ttl", "orders.type", "logs.ttl");
	}

	@Test
	void everyDifferentDeclarationContradictsTheFirst() {
		List<Declaration> declarations = List.of(declared(ORDERS, "a"),
				declared(new Queue("orders", Map.of("type", "classic")), "b"),
				declared(new Queue("orders", Map.of("type", "stream")), "c"));
		assertThat(DesiredState.of(declarations).contradictions()).extracting(Contradiction::secondSource)
			.containsExactly("b", "c");
	}

	@Test
	void whoLeavesResourceToOthersDoesNotContradictItsCreator() {
		Declaration external = new Declaration(new Queue("orders", Map.of()), "bean 'foreign'", true);
		DesiredState desired = DesiredState.of(List.of(external, declared(ORDERS, "bean 'orders'")));
		assertThat(desired.contradictions()).isEmpty();
		assertThat(desired.declarations()).containsExactly(declared(ORDERS, "bean 'foreign' and bean 'orders'"));
	}

	@Test
	void whatIsDeclaredIsFoundByItsIdentity() {
		DesiredState desired = DesiredState.of(List.of(declared(ORDERS, "a")));
		assertThat(desired.declares(ORDERS.id())).isTrue();
		assertThat(desired.declares(EVENTS.id())).isFalse();
	}

	@Test
	void resourcesOfOneTypeAreFoundInOrder() {
		DesiredState desired = DesiredState
			.of(List.of(declared(new Exchange("b"), "a"), declared(ORDERS, "a"), declared(new Exchange("a"), "a")));
		assertThat(desired.resources(Exchange.class)).containsExactly(new Exchange("b"), new Exchange("a"));
	}

	@Test
	void desiredStateDoesNotChange() {
		List<Declaration> declarations = new ArrayList<>(List.of(declared(ORDERS, "a")));
		DesiredState desired = DesiredState.of(declarations);
		declarations.clear();
		assertThat(desired.declarations()).hasSize(1).isUnmodifiable();
	}

	private static Declaration declared(Resource resource, String source) {
		return new Declaration(resource, source);
	}

	private static Contradiction only(Declaration first, Declaration second) {
		List<Contradiction> contradictions = DesiredState.of(List.of(first, second)).contradictions();
		assertThat(contradictions).hasSize(1);
		return contradictions.get(0);
	}

	private record Queue(String name, Map<String, Object> attributes) implements Resource {

		@Override
		public ResourceId id() {
			return new ResourceId("queue", this.name);
		}

	}

	private record Exchange(String name) implements Resource {

		@Override
		public ResourceId id() {
			return new ResourceId("exchange", this.name);
		}

		@Override
		public Map<String, Object> attributes() {
			return Map.of();
		}

	}

}
