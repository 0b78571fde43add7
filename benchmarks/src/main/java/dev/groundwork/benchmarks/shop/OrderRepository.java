package dev.groundwork.benchmarks.shop;

import org.springframework.data.elasticsearch.repository.ElasticsearchRepository;

/**
 * The orders.
 */
interface OrderRepository extends ElasticsearchRepository<Order, String> {

}
