package dev.groundwork.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.groundwork.resource.Difference;

/**
 * A declared index together with the hash by which a version says that it follows it.
 *
 * @param index the index as declared
 * @param name the name that becomes an alias
 * @param hash the hash of everything that is declared
 */
record VersionedDefinition(IndexResource index, VersionedName name, String hash) {

	private static final int HASH_LENGTH = 16;

	static VersionedDefinition of(IndexResource index) {
		return new VersionedDefinition(index, new VersionedName(index.name()),
				hash(String.valueOf(Nested.canonical(index.body()))));
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	List<Difference> differences(FoundIndex found) {
		return IndexComparison.between(this.index, found.withoutRecord());
	}

	/**
	 * Return whether the index can serve this definition, at most after a change in
	 * place.
	 * @param found the index
	 * @return whether no next version is needed
	 */
	boolean isFulfilledBy(FoundIndex found) {
		return differences(found).stream().allMatch(Difference::applicable);
	}

	/**
	 * Return the first version, which takes the name from its creation on.
	 * @return the index to create
	 */
	IndexResource first() {
		Map<String, Object> aliases = new LinkedHashMap<>(this.index.aliases());
		aliases.put(this.name.alias(), Map.of("is_write_index", true));
		return version(1, new VersionRecord(this.hash, List.of(), "", ""), aliases);
	}

	/**
	 * Return a version that is to be filled before it takes the name.
	 * @param number the number of the version
	 * @param versionRecord what it says about itself
	 * @return the index to create
	 */
	IndexResource next(int number, VersionRecord versionRecord) {
		return version(number, versionRecord, Map.of(this.name.copyAlias(number), Map.of()));
	}

	CopyTarget copyTarget(FoundIndex version) {
		return new CopyTarget(version.name(), this.name.copyAlias(this.name.number(version.name())));
	}

	private IndexResource version(int number, VersionRecord versionRecord, Map<String, Object> aliases) {
		return new IndexResource(this.name.version(number), this.index.settings(),
				versionRecord.addTo(this.index.mappings()), aliases);
	}

	/**
	 * Return what the index behind the name is to be after a change in place.
	 * @param live the index behind the name
	 * @return the index to bring up to date
	 */
	IndexResource inPlace(FoundIndex live) {
		VersionRecord found = live.versionRecord();
		VersionRecord current = (found != null) ? found.withDefinition(this.hash)
				: new VersionRecord(this.hash, List.of(), "", "");
		return new IndexResource(live.name(), this.index.settings(), current.addTo(this.index.mappings()),
				this.index.aliases());
	}

}
