package dev.groundwork.drills.application.lazycircle;

import org.springframework.stereotype.Component;

/**
 * Cache in Redis.
 */
@Component
class Cache {

	private final Redis redis;

	Cache(Redis redis) {
		this.redis = redis;
	}

	String get(String key) {
		return this.redis.get(key);
	}

}
