package dev.groundwork.autoconfigure;

import org.springframework.boot.origin.Origin;

/**
 * {@link Origin} of what an annotation says.
 *
 * @param source where the annotation stands, such as
 * {@code com.acme.JwtProperties#secret}
 */
record CodeOrigin(String source) implements Origin {

	@Override
	public String toString() {
		return this.source;
	}

}
