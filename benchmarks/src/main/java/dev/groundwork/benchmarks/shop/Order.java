package dev.groundwork.benchmarks.shop;

import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Document;
import org.springframework.data.elasticsearch.annotations.Field;
import org.springframework.data.elasticsearch.annotations.FieldType;

/**
 * An order in the index.
 */
@Document(indexName = "#{@environment.getProperty('shop.index')}")
record Order(@Id String id, @Field(type = FieldType.Text) String text) {
}
