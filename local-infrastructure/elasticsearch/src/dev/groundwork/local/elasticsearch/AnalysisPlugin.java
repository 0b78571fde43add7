package dev.groundwork.local.elasticsearch;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.Plugin;

/**
 * The parts that custom analyzers ask for most, on Lucene's own classes: the module of
 * Elasticsearch that has them all is not published as a jar.
 */
public final class AnalysisPlugin extends Plugin implements org.elasticsearch.plugins.AnalysisPlugin {

	@Override
	public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
		return Map.of("asciifolding",
				normalizer((in, settings) -> new ASCIIFoldingFilter(in, settings.getAsBoolean("preserve_original", false))),
				"trim", normalizer((in, settings) -> new TrimFilter(in)), "edge_ngram", filter(AnalysisPlugin::edgeNGram),
				"ngram", filter(AnalysisPlugin::nGram), "stemmer", filter(AnalysisPlugin::stem), "porter_stem",
				filter((in, settings) -> new PorterStemFilter(in)));
	}

	@Override
	public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
		return List.of(PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
				PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new),
				PreConfiguredTokenFilter.singleton("porter_stem", false, PorterStemFilter::new),
				PreConfiguredTokenFilter.singleton("stemmer", false, PorterStemFilter::new));
	}

	@Override
	public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
		return Map.of("keyword", tokenizer(KeywordTokenizer::new), "whitespace", tokenizer(WhitespaceTokenizer::new),
				"ngram", (index, environment, name, settings) -> TokenizerFactory.newFactory(name,
						() -> new NGramTokenizer(settings.getAsInt("min_gram", 1), settings.getAsInt("max_gram", 2))));
	}

	@Override
	public List<PreConfiguredTokenizer> getPreConfiguredTokenizers() {
		return List.of(PreConfiguredTokenizer.singleton("keyword", KeywordTokenizer::new),
				PreConfiguredTokenizer.singleton("whitespace", WhitespaceTokenizer::new));
	}

	@Override
	public List<PreConfiguredCharFilter> getPreConfiguredCharFilters() {
		UnaryOperator<Reader> stripTags = HTMLStripCharFilter::new;
		return List.of(PreConfiguredCharFilter.singleton("html_strip", false, stripTags));
	}

	private static TokenStream edgeNGram(TokenStream in, Settings settings) {
		return new EdgeNGramTokenFilter(in, settings.getAsInt("min_gram", 1), settings.getAsInt("max_gram", 2),
				settings.getAsBoolean("preserve_original", false));
	}

	private static TokenStream nGram(TokenStream in, Settings settings) {
		return new NGramTokenFilter(in, settings.getAsInt("min_gram", 1), settings.getAsInt("max_gram", 2),
				settings.getAsBoolean("preserve_original", false));
	}

	private static TokenStream stem(TokenStream in, Settings settings) {
		String language = settings.get("language", settings.get("name", "english"));
		if (!language.equals("english")) {
			throw new IllegalArgumentException("Stemmer language '" + language + "' is not available in this node, only 'english'");
		}
		return new PorterStemFilter(in);
	}

	private static AnalysisProvider<TokenizerFactory> tokenizer(java.util.function.Supplier<Tokenizer> tokenizer) {
		return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, tokenizer);
	}

	private static AnalysisProvider<TokenFilterFactory> filter(BiFunction<TokenStream, Settings, TokenStream> filter) {
		return (index, environment, name, settings) -> new Filter(name, settings, filter);
	}

	private static AnalysisProvider<TokenFilterFactory> normalizer(BiFunction<TokenStream, Settings, TokenStream> filter) {
		return (index, environment, name, settings) -> new Normalizer(name, settings, filter);
	}

	private record Filter(String name, Settings settings,
			BiFunction<TokenStream, Settings, TokenStream> filter) implements TokenFilterFactory {

		@Override
		public TokenStream create(TokenStream in) {
			return this.filter.apply(in, this.settings);
		}

	}

	private record Normalizer(String name, Settings settings,
			BiFunction<TokenStream, Settings, TokenStream> filter) implements NormalizingTokenFilterFactory {

		@Override
		public TokenStream create(TokenStream in) {
			return this.filter.apply(in, this.settings);
		}

	}

}
