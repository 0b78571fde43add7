package dev.groundwork.sample.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.DateFormat;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.annotations.Field;
import org.springframework.data.elasticsearch.annotations.FieldType;
import org.springframework.data.elasticsearch.annotations.WriteTypeHint;

/**
 * A query that somebody made, and how much it found. Its index is defined in
 * {@code groundwork/indices/search-queries.json}.
 */
@Document(indexName = "search-queries", createIndex = false, writeTypeHint = WriteTypeHint.FALSE)
record RecordedQuery(@Id @Nullable String id, String text, long found,
		@Field(type = FieldType.Date, format = DateFormat.date_time) Instant at) {

}
