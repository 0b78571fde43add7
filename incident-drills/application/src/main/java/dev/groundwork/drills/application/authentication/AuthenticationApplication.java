package dev.groundwork.drills.application.authentication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Service that signs tokens of users and tells who somebody is by such a token.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(JwtProperties.class)
public class AuthenticationApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(AuthenticationApplication.class, arguments);
	}

	@Bean
	Tokens tokens(JwtProperties properties) {
		return new Tokens(properties.secret());
	}

	@RestController
	static class Users {

		private final Tokens tokens;

		Users(Tokens tokens) {
			this.tokens = tokens;
		}

		@GetMapping("/login")
		String login(@RequestParam String user) {
			return this.tokens.sign(user);
		}

		@GetMapping("/me")
		String me(@RequestParam String token) {
			return this.tokens.user(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
		}

	}

}
