package dev.groundwork.sample.search;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link QueryLog}.
 */
class QueryLogTests {

	private final RecordedQueryRepository repository = mock();

	private final QueryLog queries = new QueryLog(this.repository);

	@Test
	void queryIsRecordedWithWhatItFound() {
		this.queries.record("unicorn", 0);
		ArgumentCaptor<RecordedQuery> recorded = ArgumentCaptor.captor();
		then(this.repository).should().save(recorded.capture());
		assertThat(recorded.getValue().text()).isEqualTo("unicorn");
		assertThat(recorded.getValue().found()).isZero();
	}

	@Test
	void queryThatCannotBeRecordedDoesNotSpoilItsAnswer() {
		given(this.repository.save(any())).willThrow(new DataAccessResourceFailureException("Connection refused"));
		assertThatNoException().isThrownBy(() -> this.queries.record("unicorn", 0));
	}

}
