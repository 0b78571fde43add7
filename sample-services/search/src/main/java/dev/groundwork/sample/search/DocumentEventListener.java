package dev.groundwork.sample.search;

import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Indexes what happens to documents. An event that cannot be indexed is refused for good,
 * except while Elasticsearch is away: then the broker keeps it.
 */
@Component
class DocumentEventListener {

	private final DocumentIndex index;

	DocumentEventListener(DocumentIndex index) {
		this.index = index;
	}

	@RabbitListener(queues = "search.documents")
	void on(DocumentEvent event) {
		try {
			this.index.put(IndexedDocument.of(event));
		}
		catch (DataAccessResourceFailureException ex) {
			throw new ImmediateRequeueAmqpException(
					"Document '%s' is not indexed: Elasticsearch is away".formatted(event.documentId()), ex);
		}
	}

}
