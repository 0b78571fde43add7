package dev.groundwork.elasticsearch;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Reply}.
 */
class ReplyTests {

	@Test
	void statusFrom400IsAnError() {
		assertThat(new Reply(399, "").isError()).isFalse();
		assertThat(new Reply(400, "").isError()).isTrue();
	}

	@Test
	void bodyIsReadAsJson() {
		assertThat(new Reply(200, "{\"acknowledged\": true}").json()).isEqualTo(Map.of("acknowledged", true));
	}

	@Test
	void whenTheBodyIsNoJsonIsEmpty() {
		assertThat(new Reply(502, "<html>Bad Gateway</html>").json()).isEmpty();
		assertThat(new Reply(502, "{ \"half").json()).isEmpty();
		assertThat(new Reply(200, " ").json()).isEmpty();
	}

	@Test
	void reasonWithInnermostCauseExplains() {
		Reply reply = new Reply(400, """
				{ "error": { "type": "mapper_parsing_exception", "reason": "Failed to parse mapping",
				"root_cause": [ { "type": "other", "reason": "root" } ],
				"caused_by": { "type": "illegal_argument_exception", "reason": "analyzer [x] has not been configured" }
				}, "status": 400 }""");
		assertThat(reply.errorType()).isEqualTo("mapper_parsing_exception");
		assertThat(reply.errorReason()).isEqualTo("Failed to parse mapping (analyzer [x] has not been configured)");
	}

	@Test
	void whenThereIsNoCauseTheRootCauseExplains() {
		assertThat(new Reply(403, """
				{ "error": { "type": "security_exception", "reason": "no", "root_cause": [ { "reason": "why" } ] } }""")
			.errorReason()).isEqualTo("no (why)");
	}

	@Test
	void whatIsSaidTwiceIsShownOnce() {
		assertThat(new Reply(404, """
				{ "error": { "reason": "no such index [a]", "root_cause": [ { "reason": "no such index [a]" } ] } }""")
			.errorReason()).isEqualTo("no such index [a]");
	}

	@Test
	void whenThereIsNoErrorObjectTheBodyExplains() {
		Reply reply = new Reply(502, "Bad Gateway");
		assertThat(reply.errorType()).isEmpty();
		assertThat(reply.errorReason()).isEqualTo("Bad Gateway");
	}

	@Test
	void errorThatIsOnlyTextExplains() {
		Reply reply = new Reply(404, "{\"error\": \"alias [a] missing\", \"status\": 404}");
		assertThat(reply.errorReason()).isEqualTo("alias [a] missing");
	}

	@Test
	void deepestCauseExplains() {
		assertThat(new Reply(500,
				"""
						{ "error": { "reason": "outer", "caused_by": { "reason": "middle", "caused_by": { "reason": "inner" } } } }""")
			.errorReason()).isEqualTo("outer (inner)");
	}

	@Test
	void pageIsShortenedAndHasNoMarkup() {
		assertThat(new Reply(500, "<p>" + "x".repeat(300) + "</p>").errorReason()).isEqualTo("x".repeat(200) + "…");
	}

	@Test
	void pageIsNoJson() {
		assertThat(new Reply(200, "<html></html>").isJson()).isFalse();
		assertThat(new Reply(200, "text").isJson()).isFalse();
		assertThat(new Reply(200, "").isJson()).isTrue();
		assertThat(new Reply(200, "{}").isJson()).isTrue();
		assertThat(new Reply(200, "[]").isJson()).isTrue();
		assertThat(new Reply(200, "{\"a\":1}").isJson()).isTrue();
	}

	@Test
	void statusBelow400IsARedirect() {
		assertThat(new Reply(299, "").isRedirect()).isFalse();
		assertThat(new Reply(302, "").isRedirect()).isTrue();
		assertThat(new Reply(400, "").isRedirect()).isFalse();
	}

}
