package dev.groundwork.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.groundwork.plan.Observation.Absent;
import dev.groundwork.plan.Observation.Present;
import dev.groundwork.plan.Observation.Unreadable;
import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.DesiredState;
import dev.groundwork.resource.Difference;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Plan}.
 */
class PlanTests {

	private static final Difference APPLICABLE = new Difference("refresh", "1s", "5s", true);

	private static final Difference NOT_APPLICABLE = new Difference("shards", 1, 3, false);

	private static final Present AS_DECLARED = new Present(List.of());

	static Stream<Arguments> observations() {
		return Stream.of(Arguments.of(new Absent(), Change.CREATE), Arguments.of(AS_DECLARED, Change.NONE),
				Arguments.of(new Present(List.of(APPLICABLE)), Change.UPDATE),
				Arguments.of(new Present(List.of(APPLICABLE, APPLICABLE)), Change.UPDATE),
				Arguments.of(new Present(List.of(NOT_APPLICABLE)), Change.DRIFT),
				Arguments.of(new Present(List.of(APPLICABLE, NOT_APPLICABLE)), Change.DRIFT),
				Arguments.of(new Unreadable(), Change.ASSERT));
	}

	@ParameterizedTest
	@MethodSource("observations")
	void observationDecidesChange(Observation observation, Change change) {
		assertThat(plan(observation).steps()).extracting(Step::change).containsExactly(change);
	}

	@Test
	void stepKeepsEveryDifference() {
		Step step = plan(new Present(List.of(APPLICABLE, NOT_APPLICABLE))).steps().get(0);
		assertThat(step.differences()).containsExactly(APPLICABLE, NOT_APPLICABLE);
		assertThat(step.declaration().source()).isEqualTo("source of 0");
	}

	@Test
	void stepsAreInOrderOfDeclarations() {
		Plan plan = plan(AS_DECLARED, new Absent(), new Unreadable(), new Absent());
		assertThat(plan.steps()).extracting((step) -> step.id().name()).containsExactly("0", "1", "2", "3");
		assertThat(plan.steps(Change.ASSERT, Change.CREATE)).extracting((step) -> step.id().name())
			.containsExactly("1", "2", "3");
	}

	@Test
	void resourceThatWasNotObservedIsRefusedByName() {
		DesiredState desired = DesiredState.of(List.of(new Declaration(new Thing(0), "source")));
		assertThatIllegalArgumentException().isThrownBy(() -> Plan.between(desired, Map.of()))
			.withMessage("No observation of thing '0'");
	}

	@Test
	void whatNobodyDeclaredIsLeftAlone() {
		Plan plan = Plan.between(DesiredState.of(List.of()), Map.of(new Thing(0).id(), AS_DECLARED));
		assertThat(plan.steps()).isEmpty();
	}

	@Test
	void emptyPlanIsSatisfied() {
		assertThat(plan().isSatisfied()).isTrue();
	}

	@Test
	void planIsSatisfiedByWhatIsAsDeclaredOrCannotBeRead() {
		assertThat(plan(AS_DECLARED, new Unreadable()).isSatisfied()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("observations")
	void planIsNotSatisfiedByAnythingElse(Observation observation, Change change) {
		boolean satisfied = change == Change.NONE || change == Change.ASSERT;
		assertThat(plan(AS_DECLARED, observation).isSatisfied()).isEqualTo(satisfied);
	}

	@Test
	void summaryCountsChanges() {
		assertThat(plan(new Absent(), new Absent(), new Present(List.of(APPLICABLE)), AS_DECLARED).summary())
			.isEqualTo("2 to create, 1 to update, 1 unchanged");
	}

	@Test
	void summaryOfNothingSaysSo() {
		assertThat(plan().summary()).isEqualTo("0 to create, 0 to update, 0 unchanged");
	}

	@Test
	void summaryNamesAssertedAndDriftedOnlyIfThereAreAny() {
		assertThat(plan(new Unreadable()).summary()).isEqualTo("0 to create, 0 to update, 0 unchanged, 1 asserted");
		assertThat(plan(new Present(List.of(NOT_APPLICABLE))).summary())
			.isEqualTo("0 to create, 0 to update, 0 unchanged, 1 drifted");
		assertThat(plan(new Unreadable(), new Present(List.of(NOT_APPLICABLE))).summary())
			.isEqualTo("0 to create, 0 to update, 0 unchanged, 1 asserted, 1 drifted");
	}

	@Test
	void planDoesNotChange() {
		List<Step> steps = new ArrayList<>(plan(AS_DECLARED).steps());
		Plan plan = new Plan(steps);
		steps.clear();
		assertThat(plan.steps()).hasSize(1).isUnmodifiable();
	}

	@ParameterizedTest
	@CsvSource({ "NONE, =", "CREATE, +", "UPDATE, ~", "ASSERT, ?", "DRIFT, !" })
	void changeHasSymbol(Change change, char symbol) {
		assertThat(change.getSymbol()).isEqualTo(symbol);
	}

	private static Plan plan(Observation... observations) {
		List<Declaration> declarations = new ArrayList<>();
		Map<ResourceId, Observation> observed = new LinkedHashMap<>();
		for (int i = 0; i < observations.length; i++) {
			Thing thing = new Thing(i);
			declarations.add(new Declaration(thing, "source of " + i));
			observed.put(thing.id(), observations[i]);
		}
		return Plan.between(DesiredState.of(declarations), observed);
	}

	private record Thing(int number) implements Resource {

		@Override
		public ResourceId id() {
			return new ResourceId("thing", String.valueOf(this.number));
		}

		@Override
		public Map<String, Object> attributes() {
			return Map.of();
		}

	}

}
