package dev.groundwork.readiness;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/**
 * {@link GroupsWithOurHealth} that also tell which paths groups have beside their own, as
 * the security of an application asks.
 */
final class MappedGroups extends GroupsWithOurHealth implements AdditionalPathsMapper {

	private final AdditionalPathsMapper mapper;

	MappedGroups(HealthEndpointGroups groups, boolean liveness, AdditionalPathsMapper mapper) {
		super(groups, liveness);
		this.mapper = mapper;
	}

	@Override
	public @Nullable List<String> getAdditionalPaths(EndpointId endpointId, WebServerNamespace webServerNamespace) {
		return this.mapper.getAdditionalPaths(endpointId, webServerNamespace);
	}

}
