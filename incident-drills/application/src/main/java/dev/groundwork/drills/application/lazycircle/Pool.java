package dev.groundwork.drills.application.lazycircle;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Pool of connections, whose settings are in the cache.
 */
@Component
class Pool {

	private final Cache cache;

	Pool(@Lazy Cache cache) {
		this.cache = cache;
	}

	String connection() {
		return this.cache.get("pool.settings");
	}

}
