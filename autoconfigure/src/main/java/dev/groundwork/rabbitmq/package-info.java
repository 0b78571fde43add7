/**
 * The RabbitMQ back end: exchanges, queues and bindings.
 */
@NullMarked
package dev.groundwork.rabbitmq;

import org.jspecify.annotations.NullMarked;
