package dev.groundwork.drills.application.indexer;

import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.annotations.Field;
import org.springframework.data.elasticsearch.annotations.FieldType;

/**
 * A document that can be found.
 */
@Document(indexName = "#{@environment.getProperty('indexer.index')}")
record IndexedDocument(@Id String id, @Field(type = FieldType.Text) String text) {

}
