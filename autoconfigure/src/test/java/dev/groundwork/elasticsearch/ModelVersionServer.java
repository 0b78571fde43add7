package dev.groundwork.elasticsearch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.diagnosis.FailureKind;

/**
 * {@link VersionServer} in memory that every replica shares: each request happens as a
 * whole or not at all.
 */
final class ModelVersionServer {

	private final Map<String, Map<String, Object>> indexes = new TreeMap<>();

	private final Map<String, Map<String, String>> documents = new HashMap<>();

	private final Map<String, Integer> checkpoints = new HashMap<>();

	private final Map<String, Integer> swaps = new TreeMap<>();

	synchronized void put(IndexResource index) {
		Map<String, Object> actual = new LinkedHashMap<>();
		actual.put("settings", new LinkedHashMap<>(index.settings()));
		actual.put("mappings", index.mappings());
		actual.put("aliases", new LinkedHashMap<>(index.aliases()));
		this.indexes.put(index.name(), actual);
		this.documents.put(index.name(), new TreeMap<>());
	}

	synchronized boolean write(String alias, String id, String document) {
		List<String> holders = holders(alias);
		if (holders.size() != 1 || found(holders.get(0)).isFrozen(alias) || found(holders.get(0)).isWriteBlocked()) {
			return false;
		}
		Map<String, String> target = documentsOf(holders.get(0));
		if (document.isEmpty()) {
			target.remove(id);
		}
		else {
			target.put(id, document);
		}
		this.checkpoints.merge(holders.get(0), 1, Integer::sum);
		return true;
	}

	synchronized List<String> holders(String alias) {
		return this.indexes.keySet().stream().filter((name) -> found(name).hasAlias(alias)).toList();
	}

	synchronized Map<String, String> documents(String index) {
		return Map.copyOf(documentsOf(index));
	}

	synchronized FoundIndex found(String index) {
		return new FoundIndex(index, actual(index));
	}

	synchronized Map<String, Integer> swaps() {
		return Map.copyOf(this.swaps);
	}

	private Map<String, Object> actual(String index) {
		return Objects.requireNonNull(this.indexes.get(index));
	}

	private Map<String, String> documentsOf(String index) {
		return Objects.requireNonNull(this.documents.get(index));
	}

	private Map<String, Object> aliases(String index) {
		return Nested.map(actual(index), "aliases");
	}

	private synchronized boolean alias(List<AliasAction> actions) {
		for (AliasAction action : actions) {
			if (action.type() == AliasAction.Type.REMOVE_EXISTING
					&& !aliases(action.index()).containsKey(action.alias())) {
				return false;
			}
		}
		for (AliasAction action : actions) {
			if (action.type() == AliasAction.Type.ADD) {
				aliases(action.index()).put(action.alias(), action.details());
				this.swaps.merge(action.index() + "=" + action.alias(), 1, Integer::sum);
			}
			else {
				Pattern index = glob(action.index());
				Pattern alias = glob(action.alias());
				this.indexes.keySet()
					.stream()
					.filter((name) -> index.matcher(name).matches())
					.forEach((name) -> aliases(name).keySet().removeIf((each) -> alias.matcher(each).matches()));
			}
		}
		return true;
	}

	private static Pattern glob(String pattern) {
		return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
	}

	private synchronized FoundVersions read(VersionedName name) {
		Map<String, Object> copy = new TreeMap<>();
		this.indexes.forEach((index, actual) -> copy.put(index,
				Map.of("settings", new LinkedHashMap<>(Nested.map(actual, "settings")), "mappings",
						Nested.map(actual, "mappings"), "aliases",
						new LinkedHashMap<>(Nested.map(actual, "aliases")))));
		return FoundVersions.of(name, copy);
	}

	private synchronized boolean create(IndexResource index) {
		if (this.indexes.containsKey(index.name())) {
			return false;
		}
		put(index);
		return true;
	}

	private synchronized void setBlock(String index, boolean blocked) {
		Nested.map(actual(index), "settings").put("index.blocks.write", String.valueOf(blocked));
	}

	private synchronized boolean copy(String source, String alias, String id, String refused) {
		List<String> holders = holders(alias);
		String document = documentsOf(source).get(id);
		if (holders.isEmpty()) {
			throw new IllegalStateException("fenced");
		}
		if (document == null) {
			return true;
		}
		if (document.equals(refused)) {
			return false;
		}
		if (documentsOf(holders.get(0)).putIfAbsent(id, document) == null) {
			this.checkpoints.merge(holders.get(0), 1, Integer::sum);
		}
		return true;
	}

	/**
	 * The server as one replica sees it.
	 * @param point comes before each request; may throw
	 * @param refused the document that the new version refuses
	 * @return the server
	 */
	VersionServer seenFrom(Runnable point, String refused) {
		return new VersionServer() {

			@Override
			public FoundVersions read(VersionedName name) {
				point.run();
				return ModelVersionServer.this.read(name);
			}

			@Override
			public boolean create(IndexResource index) {
				point.run();
				return ModelVersionServer.this.create(index);
			}

			@Override
			public boolean alias(List<AliasAction> actions) {
				point.run();
				return ModelVersionServer.this.alias(actions);
			}

			@Override
			public void block(String index) {
				point.run();
				setBlock(index, true);
			}

			@Override
			public void unblock(String index) {
				point.run();
				setBlock(index, false);
			}

			@Override
			public void correct(IndexResource index) {
				point.run();
				synchronized (ModelVersionServer.this) {
					actual(index.name()).put("mappings", index.mappings());
				}
			}

			@Override
			public String checkpoint(String index) {
				point.run();
				synchronized (ModelVersionServer.this) {
					return String.valueOf(ModelVersionServer.this.checkpoints.getOrDefault(index, 0));
				}
			}

			@Override
			public long count(String index) {
				point.run();
				return documents(index).size();
			}

			@Override
			public CopyResult copy(String source, CopyTarget version, long count, Consumer<String> progress) {
				long failed = 0;
				for (String id : documents(source).keySet()) {
					point.run();
					try {
						failed += ModelVersionServer.this.copy(source, version.alias(), id, refused) ? 0 : 1;
					}
					catch (IllegalStateException ex) {
						return CopyResult.stoppedByOthers();
					}
				}
				return new CopyResult(failed, List.of(), false);
			}

		};
	}

	static DiagnosedException failure() {
		return new DiagnosedException(new Diagnosis(FailureKind.TRANSIENT, "model", "failed", "", ""), null);
	}

}
