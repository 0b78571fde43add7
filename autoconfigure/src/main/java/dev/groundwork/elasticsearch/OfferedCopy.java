package dev.groundwork.elasticsearch;

import java.util.function.Consumer;

/**
 * {@link DocumentCopy} within the server where it offers that, else through this client.
 */
final class OfferedCopy implements DocumentCopy {

	private final ElasticsearchHttp http;

	private final String subject;

	OfferedCopy(ElasticsearchHttp http, String subject) {
		this.http = http;
		this.subject = subject;
	}

	@Override
	public CopyResult copy(String source, CopyTarget version, long documents, Consumer<String> progress) {
		ServerSideCopy serverSide = new ServerSideCopy(this.http, this.subject, new Patience());
		DocumentCopy copy = serverSide.isOffered() ? serverSide
				: new ClientSideCopy(this.http, this.subject, new Patience());
		return copy.copy(source, version, documents, progress);
	}

}
