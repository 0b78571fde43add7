package dev.groundwork.report;

import java.time.Instant;

/**
 * The report of the start for a browser: one document that loads nothing from elsewhere
 * and can be read without a script.
 */
final class StartupPage {

	private static final String POLICY = String.join("; ", "default-src 'none'",
			"style-src " + PageAsset.STYLE.source(), "script-src " + PageAsset.SCRIPT.source(), "connect-src 'self'",
			"img-src data:", "base-uri 'none'", "form-action 'none'");

	private static final String ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'"
			+ "%3E%3Cpath d='M0 5h8v3H0zM1 0h2v4H1zM5 2h2v2H5z' fill='%232459c9'/%3E%3C/svg%3E";

	private static final int REFRESH_WHILE_STARTING = 1000;

	private static final int REFRESH_LATER = 10000;

	private final String application;

	private final Instant jvmStart;

	private final Instant now;

	private final GroundworkReport report;

	private final PageState state;

	private final Markup html = new Markup();

	StartupPage(String application, Instant jvmStart, Instant now, GroundworkReport report) {
		this.application = application;
		this.jvmStart = jvmStart;
		this.now = now;
		this.report = report;
		this.state = PageState.of(report);
		write();
	}

	private void write() {
		writeHead();
		this.html.open("body", "data-refresh",
				String.valueOf((this.state == PageState.READY) ? REFRESH_LATER : REFRESH_WHILE_STARTING));
		writeHeader();
		this.html.open("main", "id", "main");
		writePart("reasons", "reasons", () -> new ObstacleSection(this.report).write(this.html));
		writeSection("Time line", "from the start of the JVM", "timeline",
				() -> new TimeLine(this.report, this.jvmStart, this.now).write(this.html));
		writeSection("Waits", "who waits for whom", "waits",
				() -> new WaitSection(this.report.waits()).write(this.html));
		writeSection("Dependencies", "watched while the service runs", "dependencies",
				() -> new DependencySection(this.report.readiness().dependencies()).write(this.html));
		writeResources();
		writeSection("Contract", "what the configuration must have, without values", "contract",
				() -> new ContractSection(this.report.contract()).write(this.html));
		this.html.close("main");
		this.html.open("script").raw(PageAsset.SCRIPT).close("script").close("body").close("html");
	}

	private void writeHead() {
		this.html.open("html", "lang", "en")
			.open("head")
			.empty("meta", "charset", "UTF-8")
			.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
			.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
			.empty("meta", "name", "color-scheme", "content", "light dark")
			.empty("meta", "name", "referrer", "content", "no-referrer")
			.empty("meta", "name", "robots", "content", "noindex")
			.element("title", "%s: %s".formatted(this.state.label(), this.application))
			.empty("link", "rel", "icon", "href", ICON);
		if (this.state != PageState.READY) {
			this.html.open("noscript").empty("meta", "http-equiv", "refresh", "content", "2").close("noscript");
		}
		this.html.open("style").raw(PageAsset.STYLE).close("style").close("head");
	}

	private void writeHeader() {
		this.html.element("a", "Skip to the report", "href", "#main", "class", "skip").open("header");
		this.html.open("div", "class", "bar")
			.element("span", "Groundwork", "class", "brand")
			.element("button", "Pause", "type", "button", "id", "pause", "hidden", "hidden")
			.close("div");
		writePart("state", "state " + this.state.tone(), () -> {
			this.state.writeIcon(this.html);
			this.html.open("h1")
				.element("span", this.application, "class", "name")
				.text(" ")
				.element("span", this.state.label(), "class", "label", "role", "status")
				.close("h1");
		});
		writePart("facts", "facts", () -> Facts.of(this.report, this.jvmStart, this.now)
			.forEach((fact) -> this.html.element("span", fact)));
		this.html.element("p", "", "id", "stale", "class", "stale", "role", "alert", "hidden", "hidden")
			.close("header");
	}

	private void writeResources() {
		ResourceTable table = new ResourceTable(this.report.provisioning());
		this.html.open("section", "aria-labelledby", "resources-title")
			.element("h2", "Resources", "id", "resources-title");
		table.writeFilter(this.html);
		writePart("resources", "part", () -> {
			if (table.isEmpty()) {
				this.html.element("p", "Nothing has been provisioned yet.", "class", "quiet");
				return;
			}
			this.html.element("p", table.summary(), "class", "quiet");
			table.write(this.html);
		});
		this.html.close("section");
	}

	private void writeSection(String title, String subtitle, String id, Runnable content) {
		this.html.open("section", "aria-labelledby", id + "-title")
			.open("h2", "id", id + "-title")
			.text(title + " ")
			.element("small", subtitle)
			.close("h2");
		writePart(id, "part", content);
		this.html.close("section");
	}

	/**
	 * Write a part that the script replaces when it has changed.
	 * @param id the id of the part
	 * @param style the class of the part
	 * @param content writes the content
	 */
	private void writePart(String id, String style, Runnable content) {
		this.html.open("div", "id", id, "class", style, "data-part", "");
		content.run();
		this.html.close("div");
	}

	@Override
	public String toString() {
		return "<!DOCTYPE html>\n" + this.html;
	}

}
