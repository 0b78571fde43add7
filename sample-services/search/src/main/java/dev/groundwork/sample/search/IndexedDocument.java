package dev.groundwork.sample.search;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.elasticsearch.annotations.DateFormat;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.annotations.Document.VersionType;
import org.springframework.data.elasticsearch.annotations.Field;
import org.springframework.data.elasticsearch.annotations.FieldType;
import org.springframework.data.elasticsearch.annotations.WriteTypeHint;

/**
 * A document in the index. Elasticsearch itself refuses a version older than the one it
 * has.
 */
@Document(indexName = "documents", createIndex = true, versionType = VersionType.EXTERNAL_GTE,
		writeTypeHint = WriteTypeHint.FALSE)
record IndexedDocument(@Id @Field(type = FieldType.Keyword) String id,
		@Version @Field(type = FieldType.Long) Long version, @Field(type = FieldType.Text) String title,
		@Field(type = FieldType.Text) String body, @Field(type = FieldType.Keyword) String author,
		@Field(type = FieldType.Date, format = DateFormat.date_time) Instant updatedAt) {

	static IndexedDocument of(DocumentEvent event) {
		return new IndexedDocument(event.documentId(), event.version(), event.title(), event.body(), event.author(),
				event.occurredAt());
	}

}
