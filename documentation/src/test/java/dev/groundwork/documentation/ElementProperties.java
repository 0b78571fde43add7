package dev.groundwork.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.ClassUtils;

/**
 * The properties of the elements of lists and maps, of which the metadata knows no more
 * than the type: read from the sources, as the metadata is.
 */
final class ElementProperties {

	private static final Path SOURCES = Path.of("../autoconfigure/src/main/java/dev/groundwork/autoconfigure");

	private static final Pattern DURATION = Pattern.compile("Duration\\.of(\\w+)\\((\\d+)\\)");

	private static final Pattern PARAMETER = Pattern.compile("(?s)@param (\\w+) (.*?)(?=@\\w+ |$)");

	private final Map<String, List<PropertyRow>> rows = new HashMap<>();

	/**
	 * Return the properties of one element.
	 * @param prefix the name of the element, such as {@code groundwork.rabbitmq.queues[]}
	 * @param type the type of the element
	 * @return the properties, those of elements of elements behind them
	 */
	List<PropertyRow> of(String prefix, Class<?> type) {
		List<PropertyRow> rows = new ArrayList<>();
		for (PropertyRow row : this.rows.computeIfAbsent(type.getName(), (name) -> read(type))) {
			rows.add(row.below(prefix));
			Class<?> element = row.elementType();
			if (element != null) {
				rows.addAll(of(row.below(prefix).name() + suffix(row.type()), element));
			}
		}
		return rows;
	}

	static String suffix(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			return (parameterized.getRawType() == Map.class) ? ".<name>" : "[]";
		}
		return "";
	}

	static boolean isContainer(Type type) {
		return type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> raw
				&& (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw));
	}

	private static List<PropertyRow> read(Class<?> type) {
		Class<?> outer = ClassUtils.getUserClass(Objects.requireNonNullElse(type.getNestHost(), type));
		List<PropertyRow> rows = new ArrayList<>();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null,
					files.getJavaFileObjects(SOURCES.resolve(outer.getSimpleName() + ".java")));
			DocTrees documentation = DocTrees.instance(task);
			for (CompilationUnitTree unit : task.parse()) {
				new FieldScanner(type, documentation, rows).scan(unit, null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows;
	}

	/**
	 * Finds the fields, or the components, of one class.
	 */
	private static final class FieldScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

		private final Class<?> type;

		private final DocTrees documentation;

		private final List<PropertyRow> rows;

		private FieldScanner(Class<?> type, DocTrees documentation, List<PropertyRow> rows) {
			this.type = type;
			this.documentation = documentation;
			this.rows = rows;
		}

		@Override
		public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
			if (node.getSimpleName().contentEquals(this.type.getSimpleName())) {
				String ofType = Objects.requireNonNullElse(this.documentation.getDocComment(getCurrentPath()), "");
				for (Tree member : node.getMembers()) {
					if (member instanceof VariableTree variable) {
						add(variable, ofType);
					}
				}
			}
			return super.visitClass(node, nothing);
		}

		private void add(VariableTree variable, String ofType) {
			Type fieldType = fieldType(variable.getName().toString());
			String comment = this.type.isRecord() ? parameter(ofType, variable.getName().toString())
					: this.documentation.getDocComment(new TreePath(getCurrentPath(), variable));
			if (fieldType != null && comment != null) {
				this.rows.add(new PropertyRow(dashed(variable.getName().toString()), fieldType,
						defaultValue(variable, fieldType), comment.strip().replaceAll("\\s+", " ")));
			}
		}

		private @Nullable Type fieldType(String name) {
			return Stream.of(this.type.getDeclaredFields())
				.filter((field) -> field.getName().equals(name))
				.filter((field) -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
				.map(java.lang.reflect.Field::getGenericType)
				.findFirst()
				.orElse(null);
		}

		private static @Nullable String parameter(String comment, String name) {
			Matcher parameter = PARAMETER.matcher(comment);
			while (parameter.find()) {
				if (parameter.group(1).equals(name)) {
					return parameter.group(2);
				}
			}
			return null;
		}

		private static String defaultValue(VariableTree variable, Type type) {
			for (AnnotationTree annotation : variable.getModifiers().getAnnotations()) {
				if (annotation.getAnnotationType().toString().equals("DefaultValue")) {
					return annotation.getArguments().isEmpty() ? "" : unquoted(annotation.getArguments().get(0));
				}
			}
			ExpressionTree initializer = variable.getInitializer();
			if (initializer == null) {
				return (type == boolean.class) ? "false" : "";
			}
			String text = initializer.toString();
			Matcher duration = DURATION.matcher(text);
			if (duration.matches()) {
				return DurationStyle.SIMPLE.print(duration(duration));
			}
			if (type instanceof Class<?> constants && constants.isEnum()) {
				return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replace('_', '-');
			}
			return (text.startsWith("new ") || text.contains("(")) ? "" : text.replace("\"", "");
		}

		private static Duration duration(Matcher duration) {
			long amount = Long.parseLong(duration.group(2));
			return switch (duration.group(1)) {
				case "Millis" -> Duration.ofMillis(amount);
				case "Seconds" -> Duration.ofSeconds(amount);
				case "Minutes" -> Duration.ofMinutes(amount);
				case "Days" -> Duration.ofDays(amount);
				default -> throw new IllegalStateException("Write down how to read " + duration.group());
			};
		}

		private static String unquoted(ExpressionTree argument) {
			String text = argument.toString();
			return text.substring(text.indexOf('"') + 1, text.lastIndexOf('"'));
		}

		private static String dashed(String name) {
			return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
		}

	}

}
