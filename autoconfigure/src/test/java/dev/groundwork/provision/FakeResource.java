package dev.groundwork.provision;

import java.util.Map;

import dev.groundwork.resource.Declaration;
import dev.groundwork.resource.Resource;
import dev.groundwork.resource.ResourceId;

/**
 * A {@link Resource} of the {@link FakeServer}, which can change the setting of an
 * existing resource but not its shape.
 */
record FakeResource(String name, String shape, String setting, boolean readable) implements Resource {

	static FakeResource named(String name) {
		return new FakeResource(name, "round", "on", true);
	}

	FakeResource withShape(String newShape) {
		return new FakeResource(this.name, newShape, this.setting, this.readable);
	}

	FakeResource withSetting(String newSetting) {
		return new FakeResource(this.name, this.shape, newSetting, this.readable);
	}

	FakeResource unreadable() {
		return new FakeResource(this.name, this.shape, this.setting, false);
	}

	Declaration declared() {
		return new Declaration(this, "bean '" + this.name + "'");
	}

	Declaration external() {
		return new Declaration(this, "bean '" + this.name + "'", true);
	}

	@Override
	public ResourceId id() {
		return new ResourceId("thing", this.name);
	}

	@Override
	public Map<String, Object> attributes() {
		return Map.of("shape", this.shape, "setting", this.setting);
	}

}
