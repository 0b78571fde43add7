package dev.groundwork.drills.application.lazycircle;

import org.springframework.stereotype.Component;

/**
 * Connection to Redis.
 */
@Component
class Redis {

	private final Pool pool;

	Redis(Pool pool) {
		this.pool = pool;
	}

	String get(String key) {
		return this.pool.connection() + key;
	}

}
