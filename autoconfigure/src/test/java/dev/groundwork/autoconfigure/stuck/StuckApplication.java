package dev.groundwork.autoconfigure.stuck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.groundwork.autoconfigure.GroundworkAutoConfiguration;
import dev.groundwork.readiness.ReadinessGate;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * An application with a bean that is stuck in its constructor, in the way that the
 * profile names.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ GroundworkAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class })
public class StuckApplication {

	private static volatile boolean spinning = true;

	/**
	 * Start the application.
	 * @param arguments the properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(StuckApplication.class, arguments);
	}

	@Bean
	@Profile("sleep")
	Object sleeper() {
		return stuck(() -> {
			if (new CountDownLatch(1).await(10, TimeUnit.MINUTES)) {
				throw new IllegalStateException("The latch is never released");
			}
		});
	}

	@Bean
	@Profile("socket")
	Object reader() {
		return stuck(() -> {
			try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
					Socket socket = new Socket(mute.getInetAddress(), mute.getLocalPort())) {
				socket.getInputStream().read();
			}
		});
	}

	@Bean
	@Profile("monitor")
	Object contender() {
		return stuck(() -> {
			Object monitor = new Object();
			CountDownLatch taken = new CountDownLatch(1);
			startThread("holder", () -> {
				synchronized (monitor) {
					taken.countDown();
					new CountDownLatch(1).await();
				}
			});
			taken.await();
			synchronized (monitor) {
				throw new IllegalStateException("The monitor is never released");
			}
		});
	}

	@Bean
	@Profile("monitors")
	Object orders() {
		return stuck(() -> {
			Object accounts = new Object();
			Object stock = new Object();
			CountDownLatch bothTaken = new CountDownLatch(2);
			startThread("accountant", () -> takeBoth(accounts, stock, bothTaken));
			takeBoth(stock, accounts, bothTaken);
		});
	}

	private static void takeBoth(Object first, Object second, CountDownLatch bothTaken) throws InterruptedException {
		synchronized (first) {
			bothTaken.countDown();
			bothTaken.await();
			synchronized (second) {
				throw new IllegalStateException("This was to be a deadlock");
			}
		}
	}

	@Bean
	@Profile("busy")
	Object spinner() {
		return stuck(() -> {
			while (spinning) {
				Thread.onSpinWait();
			}
		});
	}

	@Bean
	@Profile("swallow")
	Object stubborn() {
		return stuck(() -> {
			while (spinning) {
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					// A client that tries again whatever happens
				}
			}
		});
	}

	@Bean
	@Profile("workers")
	ServletRegistrationBean<HttpServlet> slow() {
		return new ServletRegistrationBean<>(new SlowServlet(), "/slow");
	}

	@Bean
	@Profile("refuse")
	Object broken() {
		throw new IllegalStateException("This bean refuses to be created");
	}

	@Bean
	@Profile("gate")
	ReadinessGate neverOpened() {
		return new ReadinessGate("never-opened");
	}

	private static Object stuck(Body body) {
		try {
			body.run();
			return new Object();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("The constructor was interrupted", ex);
		}
	}

	private static void startThread(String name, Body body) {
		Thread thread = new Thread(() -> stuck(body), name);
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Keeps a worker thread of the web server for a minute.
	 */
	private static final class SlowServlet extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) {
			stuck(() -> {
				if (!new CountDownLatch(1).await(1, TimeUnit.MINUTES)) {
					response.setStatus(HttpServletResponse.SC_NO_CONTENT);
				}
			});
		}

	}

	/**
	 * A bean that waits for another thread, which needs the bean.
	 */
	@Configuration(proxyBeanMethods = false)
	@Profile("circle")
	static class Circle {

		@Bean
		Object cache(BeanFactory beans) {
			CompletableFuture<Object> redis = new CompletableFuture<>();
			startThread("loader", () -> redis.complete(beans.getBean("redis")));
			return redis.join();
		}

		@Bean
		Object redis(BeanFactory beans) {
			return beans.getBean("pool");
		}

		@Bean
		Object pool(BeanFactory beans) {
			return beans.getBean("cache");
		}

	}

	private interface Body {

		void run() throws IOException, InterruptedException;

	}

}
