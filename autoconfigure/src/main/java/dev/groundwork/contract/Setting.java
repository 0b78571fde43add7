package dev.groundwork.contract;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;

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

	/**
	 * Return the name of the property source, without the text of the whole place.
	 * @return the name or {@code null} if it is not known
	 */
	@Nullable String source() {
		return (this.origin instanceof PropertySourceOrigin sourceOrigin) ? sourceOrigin.getPropertySource().getName()
				: null;
	}

	boolean isSamePlaceAs(Setting other) {
		return Place.isSame(this.origin, other.origin);
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
