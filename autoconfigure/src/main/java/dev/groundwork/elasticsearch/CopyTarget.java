package dev.groundwork.elasticsearch;

import java.util.Locale;

/**
 * Where documents are copied to.
 *
 * @param version the name of the version, for people to read
 * @param alias the alias to write to, which must be an alias at the time of the write
 */
record CopyTarget(String version, String alias) {

	String progress(long copied, long documents) {
		return String.format(Locale.ROOT, "%s: %,d of %,d copied, %d %%", this.version, copied, documents,
				(documents > 0) ? Math.min(100, copied * 100 / documents) : 100);
	}

}
