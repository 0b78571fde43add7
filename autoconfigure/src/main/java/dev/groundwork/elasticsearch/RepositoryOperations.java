package dev.groundwork.elasticsearch;

import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.data.elasticsearch.core.ElasticsearchOperations;
import org.springframework.data.elasticsearch.core.IndexOperations;

/**
 * {@link ElasticsearchOperations} as a repository is to see them: its index exists and
 * its mapping is written.
 */
final class RepositoryOperations {

	private RepositoryOperations() {
	}

	static ElasticsearchOperations of(ElasticsearchOperations operations) {
		ProxyFactory proxyFactory = new ProxyFactory(operations);
		// The repository asks for the class of its operations
		proxyFactory.setProxyTargetClass(true);
		proxyFactory.addAdvice((MethodInterceptor) (invocation) -> {
			Object result = invocation.proceed();
			return (result instanceof IndexOperations indexOperations) ? provisioned(indexOperations) : result;
		});
		return (ElasticsearchOperations) proxyFactory.getProxy(operations.getClass().getClassLoader());
	}

	private static IndexOperations provisioned(IndexOperations indexOperations) {
		ProxyFactory proxyFactory = new ProxyFactory(indexOperations);
		proxyFactory.addAdvice((MethodInterceptor) (invocation) -> switch (invocation.getMethod().getName()) {
			case "exists" -> true;
			case "putMapping" -> (invocation.getArguments().length == 0) ? true : invocation.proceed();
			default -> invocation.proceed();
		});
		return (IndexOperations) proxyFactory.getProxy(indexOperations.getClass().getClassLoader());
	}

}
