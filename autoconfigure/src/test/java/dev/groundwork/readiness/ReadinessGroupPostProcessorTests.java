package dev.groundwork.readiness;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.SimpleHttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.SimpleStatusAggregator;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadinessGroupPostProcessor}.
 */
class ReadinessGroupPostProcessorTests {

	private final Group primary = new Group(Set.of("db"));

	private final Group liveness = new Group(Set.of("livenessState"));

	private final Group readiness = new Group(Set.of("readinessState", "db"));

	private final HealthEndpointGroups groups = new ReadinessGroupPostProcessor().postProcessHealthEndpointGroups(
			HealthEndpointGroups.of(this.primary, Map.of("liveness", this.liveness, "readiness", this.readiness)));

	@ParameterizedTest
	@ValueSource(strings = { "groundwork", "groundwork/rabbitmq" })
	void gatesAreMembersOfReadinessGroup(String member) {
		assertThat(group("readiness").isMember(member)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "readinessState", "db" })
	void membersThatTheApplicationDefinedStay(String member) {
		assertThat(group("readiness").isMember(member)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "groundworkOfAnother", "diskSpace" })
	void nobodyElseBecomesMember(String name) {
		assertThat(group("readiness").isMember(name)).isFalse();
	}

	@Test
	void otherGroupsAreLeftAlone() {
		assertThat(this.groups.get("liveness")).isSameAs(this.liveness);
		assertThat(this.groups.getNames()).containsExactlyInAnyOrder("liveness", "readiness");
	}

	@Test
	void livenessIsMemberOfTheLivenessGroupOnlyWhereItIsAskedFor() {
		HealthEndpointGroups asked = new ReadinessGroupPostProcessor(true)
			.postProcessHealthEndpointGroups(HealthEndpointGroups.of(this.primary, Map.of("liveness", this.liveness)));
		assertThat(Objects.requireNonNull(asked.get("liveness")).isMember("groundworkLiveness")).isTrue();
		assertThat(group("liveness").isMember("groundworkLiveness")).isFalse();
	}

	@Test
	void degradedIsKnownToTheReadinessGroupAndToThePrimaryGroup() {
		Set<Status> statuses = Set.of(Status.UP, new Status("DEGRADED"));
		assertThat(group("readiness").getStatusAggregator().getAggregateStatus(statuses))
			.isEqualTo(new Status("DEGRADED"));
		assertThat(this.groups.getPrimary().getStatusAggregator().getAggregateStatus(statuses))
			.isEqualTo(new Status("DEGRADED"));
		assertThat(group("readiness").getHttpCodeStatusMapper().getStatusCode(new Status("DEGRADED"))).isEqualTo(200);
	}

	@Test
	void pathsBesideTheOwnOnesAreStillTold() {
		HealthEndpointGroups mapping = new ReadinessGroupPostProcessor()
			.postProcessHealthEndpointGroups(new MappingGroups(this.primary));
		assertThat(mapping).isInstanceOfSatisfying(AdditionalPathsMapper.class,
				(mapper) -> assertThat(mapper.getAdditionalPaths(EndpointId.of("health"), WebServerNamespace.SERVER))
					.containsExactly("/readyz"));
	}

	@Test
	void groupThatDoesNotExistIsNotMade() {
		assertThat(this.groups.get("startup")).isNull();
		HealthEndpointGroups none = new ReadinessGroupPostProcessor()
			.postProcessHealthEndpointGroups(HealthEndpointGroups.of(this.primary, Map.of()));
		assertThat(none.get("readiness")).isNull();
	}

	@Test
	void everythingElseAboutTheGroupStays() {
		HealthEndpointGroup group = group("readiness");
		assertThat(group.showComponents(SecurityContext.NONE)).isTrue();
		assertThat(group.showDetails(SecurityContext.NONE)).isFalse();
		assertThat(group.getHttpCodeStatusMapper()).isSameAs(this.readiness.mapper);
	}

	@Test
	void gatesAreMembersAlsoAtAdditionalPathOfTheGroup() {
		AdditionalHealthEndpointPath path = AdditionalHealthEndpointPath.from("server:/readyz");
		assertThat(Objects.requireNonNull(this.groups.get(path)).isMember("groundwork")).isTrue();
		assertThat(this.groups.getAllWithAdditionalPath(WebServerNamespace.SERVER)).hasSize(1)
			.allMatch((group) -> group.isMember("groundwork"));
	}

	private HealthEndpointGroup group(String name) {
		return Objects.requireNonNull(this.groups.get(name));
	}

	/**
	 * Groups that tell a path.
	 */
	private record MappingGroups(HealthEndpointGroup primary) implements HealthEndpointGroups, AdditionalPathsMapper {

		@Override
		public HealthEndpointGroup getPrimary() {
			return this.primary;
		}

		@Override
		public Set<String> getNames() {
			return Set.of();
		}

		@Override
		public @Nullable HealthEndpointGroup get(String name) {
			return null;
		}

		@Override
		public List<String> getAdditionalPaths(EndpointId endpointId, WebServerNamespace webServerNamespace) {
			return List.of("/readyz");
		}

	}

	/**
	 * {@link HealthEndpointGroup} that shows its components but not their details.
	 */
	private static final class Group implements HealthEndpointGroup {

		private final StatusAggregator aggregator = new SimpleStatusAggregator();

		private final HttpCodeStatusMapper mapper = new SimpleHttpCodeStatusMapper();

		private final Set<String> members;

		Group(Set<String> members) {
			this.members = members;
		}

		@Override
		public boolean isMember(String name) {
			return this.members.contains(name);
		}

		@Override
		public boolean showComponents(SecurityContext securityContext) {
			return true;
		}

		@Override
		public boolean showDetails(SecurityContext securityContext) {
			return false;
		}

		@Override
		public StatusAggregator getStatusAggregator() {
			return this.aggregator;
		}

		@Override
		public HttpCodeStatusMapper getHttpCodeStatusMapper() {
			return this.mapper;
		}

		@Override
		public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
			return this.members.contains("readinessState") ? AdditionalHealthEndpointPath.from("server:/readyz") : null;
		}

	}

}
