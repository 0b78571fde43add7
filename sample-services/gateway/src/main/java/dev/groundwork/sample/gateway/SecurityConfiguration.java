package dev.groundwork.sample.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;

/**
 * Who may ask for what, how tokens are checked, and what the page may load.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String ONLY_FROM_HERE = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	@Bean
	SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http) {
		return http
			.authorizeExchange(
					(requests) -> requests.pathMatchers("/api/**", "/ws").authenticated().anyExchange().permitAll())
			.oauth2ResourceServer((server) -> server.bearerTokenConverter(tokens()).jwt(Customizer.withDefaults()))
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			// no cookie, so nothing that another page could send along
			.csrf(CsrfSpec::disable)
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(ONLY_FROM_HERE))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	// from the query too for the WebSocket, where no browser can set a header
	private static ServerAuthenticationConverter tokens() {
		ServerBearerTokenAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();
		ServerBearerTokenAuthenticationConverter query = new ServerBearerTokenAuthenticationConverter();
		query.setAllowUriQueryParameter(true);
		return (exchange) -> exchange.getRequest().getPath().value().equals("/ws") ? query.convert(exchange)
				: header.convert(exchange);
	}

	@Bean
	ReactiveJwtDecoder jwtDecoder(JwtProperties properties) {
		SecretKey key = new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withSecretKey(key)
			.macAlgorithm(MacAlgorithm.HS256)
			.build();
		decoder.setJwtValidator(
				new DelegatingOAuth2TokenValidator<>(List.of(JwtValidators.createDefaultWithIssuer(properties.issuer()),
						new JwtAudienceValidator(properties.audience()))));
		return decoder;
	}

}
