package dev.groundwork.drills;

import java.time.Duration;

import dev.groundwork.drills.application.search.SearchApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An index that is taken for granted.
 */
final class MissingIndex implements Drill {

	private static final String QUERY = "/search?text=outage";

	@Override
	public String name() {
		return "missing-index";
	}

	@Override
	public Quote quote() {
		return new Quote("000", "ERROR: Search queries will fail - index not initialized");
	}

	@Override
	public String shows() {
		return "A service queries an index that it has a `@Document` class for, and that nobody has created.";
	}

	@Override
	public String plain(Stage stage) {
		String index = stage.unique("documents");
		Application search = start(stage, index);
		Duration ready = search.awaitReady(Application.LONGEST_START);
		assertThat(search.get(QUERY).status()).isEqualTo(500);
		assertThat(search.log()).contains("Index %s not found".formatted(index));
		assertThat(search.isReady()).isTrue();
		return "UP after %s without the index; every query is 500 (index not found), readiness stays UP"
			.formatted(Seconds.of(ready));
	}

	@Override
	public String groundwork(Stage stage) {
		Application search = start(stage, stage.unique("documents"));
		Duration ready = search.awaitReady(Application.LONGEST_START);
		Answer answer = search.get(QUERY);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(search.log()).contains("+ index '%s'".formatted(stage.unique("documents")));
		return "UP after %s, with the index created from the same class before; the first query is 200"
			.formatted(Seconds.of(ready));
	}

	private static Application start(Stage stage, String index) {
		return stage.application(SearchApplication.class)
			.property("spring.elasticsearch.uris", stage.elasticsearch().getUri())
			.property("search.index", index)
			.start();
	}

}
