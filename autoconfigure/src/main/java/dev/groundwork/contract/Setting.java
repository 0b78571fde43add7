package dev.groundwork.contract;

import org.springframework.boot.origin.Origin;

/**
 * A name that is set, as it is written: placeholders are not resolved.
 *
 * @param name the name by which it was looked for
 * @param origin where it stands
 * @param text what stands there, which may be a secret
 */
record Setting(String name, Origin origin, String text) {

	Place place() {
		return Place.of(this.origin);
	}

	boolean isSamePlaceAs(Setting other) {
		return place().equals(other.place());
	}

	boolean isLiteral() {
		return !this.text.contains("${");
	}

	boolean isBlank() {
		return this.text.isBlank();
	}

	@Override
	public String toString() {
		return "'" + this.name + "' (" + place() + ")";
	}

}
