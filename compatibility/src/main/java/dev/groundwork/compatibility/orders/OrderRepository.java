package dev.groundwork.compatibility.orders;

import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;

/**
 * The orders.
 */
interface OrderRepository extends ElasticsearchRepository<Order, String> {

}
