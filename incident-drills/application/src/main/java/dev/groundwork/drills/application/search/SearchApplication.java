package dev.groundwork.drills.application.search;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.elasticsearch.core.ElasticsearchOperations;
import org.springframework.data.elasticsearch.core.SearchHit;
import org.springframework.data.elasticsearch.core.query.Criteria;
import org.springframework.data.elasticsearch.core.query.CriteriaQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Search service that takes its index for granted.
 *
 * @since 0.1.0
 */
@SpringBootApplication(proxyBeanMethods = false)
public class SearchApplication {

	/**
	 * Run the service.
	 * @param arguments its properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(SearchApplication.class, arguments);
	}

	/**
	 * What the service offers.
	 */
	@RestController
	static class Api {

		private final ElasticsearchOperations elasticsearch;

		Api(ElasticsearchOperations elasticsearch) {
			this.elasticsearch = elasticsearch;
		}

		@GetMapping("/search")
		List<String> search(@RequestParam String text) {
			return this.elasticsearch
				.search(new CriteriaQuery(new Criteria("text").matches(text)), IndexedDocument.class)
				.stream()
				.map(SearchHit::getContent)
				.map(IndexedDocument::text)
				.toList();
		}

	}

}
