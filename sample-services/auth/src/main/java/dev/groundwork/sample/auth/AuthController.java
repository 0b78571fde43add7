package dev.groundwork.sample.auth;

import java.time.Instant;
import java.util.Objects;

import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tokens over HTTP.
 */
@RestController
@RequestMapping("/auth")
class AuthController {

	private final Users users;

	private final Tokens tokens;

	AuthController(Users users, Tokens tokens) {
		this.users = users;
		this.tokens = tokens;
	}

	@PostMapping("/tokens")
	ResponseEntity<IssuedToken> issue(@Valid @RequestBody SignIn signIn) {
		if (!this.users.isKnown(signIn.name(), signIn.password())) {
			throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "The name or the password is wrong.");
		}
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.tokens.issue(signIn.name()));
	}

	@GetMapping("/me")
	Me me(@AuthenticationPrincipal Jwt token) {
		return new Me(Objects.requireNonNull(token.getSubject()), Objects.requireNonNull(token.getExpiresAt()));
	}

	/**
	 * Whose a token is, and when it ends.
	 */
	record Me(String name, Instant expiresAt) {

	}

}
