package dev.groundwork.benchmarks.shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Requests that need neither the broker nor the index.
 */
@RestController
class ShopController {

	private final CountDownLatch released = new CountDownLatch(1);

	private final String greeting;

	ShopController(@Value("${shop.greeting}") String greeting) {
		this.greeting = greeting;
	}

	@GetMapping("/hello")
	String hello() {
		return this.greeting;
	}

	/**
	 * Occupy the thread of this request.
	 * @param seconds how long at most
	 * @return whether it was released before
	 * @throws InterruptedException if the thread was interrupted
	 */
	@GetMapping("/occupy")
	boolean occupy(@RequestParam("seconds") int seconds) throws InterruptedException {
		return this.released.await(seconds, TimeUnit.SECONDS);
	}

	@PostMapping("/release")
	void release() {
		this.released.countDown();
	}

}
