package dev.groundwork.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.groundwork.provision.Provisioner;
import dev.groundwork.rabbitmq.DeclarableBeans;
import dev.groundwork.rabbitmq.RabbitAdminTakeover;
import dev.groundwork.rabbitmq.RabbitMqBackEnd;
import dev.groundwork.resource.Declaration;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;

/**
 * One {@link Provisioner} for each place where something is to exist. The primary place
 * has a bean of its own; the others, which are named by properties or have a
 * {@code RabbitAdmin}, are contributed here.
 */
final class RabbitMqProvisioners implements ProvisionerContributor {

	private final BrokerPlaces places;

	private final RabbitMqPropertyDeclarations properties;

	private final DeclarableBeans declarables;

	private final Iterable<RabbitAdmin> admins;

	private final RabbitAdminTakeover takeover;

	private final ManagedPlaces management;

	private final String connectionName;

	private @Nullable Map<BrokerPlace, Provisioner> others;

	RabbitMqProvisioners(BrokerPlaces places, RabbitMqPropertyDeclarations properties, DeclarableBeans declarables,
			Iterable<RabbitAdmin> admins, RabbitAdminTakeover takeover, ManagedPlaces management,
			String connectionName) {
		this.places = places;
		this.properties = properties;
		this.declarables = declarables;
		this.admins = admins;
		this.takeover = takeover;
		this.management = management;
		this.connectionName = connectionName;
	}

	@Override
	public List<Provisioner> provisioners() {
		return List.copyOf(others().values());
	}

	/**
	 * Return the provisioners that are contributed, by what connects to their broker.
	 * @return the provisioners
	 */
	Map<AbstractConnectionFactory, List<Provisioner>> byConnectionFactory() {
		Map<AbstractConnectionFactory, List<Provisioner>> provisioners = new LinkedHashMap<>();
		others().forEach(
				(place, provisioner) -> provisioners.computeIfAbsent(place.factory(), (factory) -> new ArrayList<>())
					.add(provisioner));
		return provisioners;
	}

	Provisioner primary() {
		BrokerPlace primary = this.places.primary();
		if (primary == null) {
			throw new IllegalStateException("None of the connection factories is primary");
		}
		return provisioner(primary);
	}

	private Map<BrokerPlace, Provisioner> others() {
		Map<BrokerPlace, Provisioner> known = this.others;
		if (known == null) {
			Map<BrokerPlace, Provisioner> provisioners = new LinkedHashMap<>();
			otherPlaces().forEach((place) -> provisioners.put(place, provisioner(place)));
			known = provisioners;
			this.others = known;
		}
		return known;
	}

	private Set<BrokerPlace> otherPlaces() {
		Set<BrokerPlace> others = new LinkedHashSet<>();
		this.admins.forEach((admin) -> this.takeover.declaringOn(admin)
			.ifPresent((factory) -> others.add(this.places.of(factory, admin.getBeanName()))));
		others.addAll(this.properties.declarations().keySet());
		others.removeIf((place) -> place.equals(this.places.primary()));
		return others;
	}

	private Provisioner provisioner(BrokerPlace place) {
		Provisioner provisioner = RabbitMqBackEnd.provisioner(name(place), place.factory(),
				place.isOfApplication() ? null : place.virtualHost(), this.connectionName, () -> declarations(place));
		return this.management.manage(provisioner, place, isOnPrimaryBroker(place));
	}

	private List<Declaration> declarations(BrokerPlace place) {
		List<Declaration> declarations = new ArrayList<>();
		if (place.isOfApplication()) {
			declarations.addAll(this.declarables.takeOver(place.factory()));
		}
		declarations.addAll(this.properties.declarations().getOrDefault(place, List.of()));
		return declarations;
	}

	private String name(BrokerPlace place) {
		return RabbitMqBackEnd.NAME + (isOnPrimaryBroker(place) ? "" : "@" + place.connectionFactory())
				+ (place.isOfApplication() ? "" : "[" + place.virtualHost() + "]");
	}

	private boolean isOnPrimaryBroker(BrokerPlace place) {
		BrokerPlace primary = this.places.primary();
		return primary != null && primary.factory() == place.factory();
	}

}
