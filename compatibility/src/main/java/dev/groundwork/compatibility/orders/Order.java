package dev.groundwork.compatibility.orders;

import org.springframework.data.annotation.Id;
import org.springframework.data.elasticsearch.annotations.Document;

/**
 * An order.
 */
@Document(indexName = "#{@environment.getProperty('spring.application.name')}-orders")
record Order(@Id String id, String text) {

}
