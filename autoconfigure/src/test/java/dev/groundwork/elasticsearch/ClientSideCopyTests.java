package dev.groundwork.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.Cancellable;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.groundwork.diagnosis.DiagnosedException;
import dev.groundwork.diagnosis.FailureKind;
import org.apache.hc.core5.http.ContentTooLongException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.invocation.InvocationOnMock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

/**
 * Tests for {@link ClientSideCopy}, against answers as they are documented.
 */
@Timeout(30)
class ClientSideCopyTests {

	private final StubElasticsearch server = new StubElasticsearch()
		.on("POST /orders-v1/_pit", 200, "{ \"id\": \"point\" }")
		.on("POST /_search", 200, "{ \"hits\": { \"hits\": [] } }")
		.on("DELETE /_pit", 200, "{}");

	private final Rest5Client client = spy(Rest5Client.builder(this.server.getUri()).build());

	@AfterEach
	void close() throws Exception {
		this.client.close();
		this.server.close();
	}

	@Test
	void answerThatIsTooLongIsAskedForInSmallerParts() {
		willCallRealMethod().willAnswer(this::tooLong)
			.willCallRealMethod()
			.given(this.client)
			.performRequestAsync(any(), any());
		assertThat(copy()).isEqualTo(CopyResult.complete());
		assertThat(this.server.requests()).filteredOn((request) -> request.startsWith("POST /_search"))
			.singleElement()
			.asString()
			.contains("\"size\":25");
	}

	@Test
	void documentThatIsTooLongByItselfEndsTheJob() {
		willCallRealMethod().willAnswer(this::tooLong)
			.willAnswer(this::tooLong)
			.willAnswer(this::tooLong)
			.willAnswer(this::tooLong)
			.willCallRealMethod()
			.given(this.client)
			.performRequestAsync(any(), any());
		DiagnosedException failure = catchThrowableOfType(DiagnosedException.class, this::copy);
		assertThat(failure.getKind()).isEqualTo(FailureKind.PERMANENT);
		assertThat(failure.getDiagnoses().get(0).cause()).isEqualTo("a document is larger than the client takes");
	}

	private Cancellable tooLong(InvocationOnMock invocation) {
		invocation.<ResponseListener>getArgument(1).onFailure(new ContentTooLongException("too long"));
		return mock(Cancellable.class);
	}

	private CopyResult copy() {
		return new ClientSideCopy(new ElasticsearchHttp(this.client), "index 'orders'", new Patience())
			.copy("orders-v1", new CopyTarget("orders-v2", "orders-v2-copy"), 3, (progress) -> {
			});
	}

}
