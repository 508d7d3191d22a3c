package dev.easel.web.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Fills the templates of {@code WEB-INF/views}; a view is named by its path with its ending. A
 * template has the texts of {@link Texts} as {@code #{section.key}}, {@code ${utc}}, which formats
 * instants, and {@code ${figures}}, {@link Figures}.
 */
@ApplicationScoped
public class Templates {

  /** For readers whose browser does not write times in their own zone, {@code app.js} does. */
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Figures FIGURES = new Figures();

  @Inject ServletContext servletContext;

  private final TemplateEngine engine = new TemplateEngine();
  private JakartaServletWebApplication application;

  @PostConstruct
  void configure() {
    application = JakartaServletWebApplication.buildApplication(servletContext);
    WebApplicationTemplateResolver resolver = new WebApplicationTemplateResolver(application);
    resolver.setPrefix("/WEB-INF/views/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(resolver);
    engine.setMessageResolver(new TextsOfTemplates());
  }

  public String render(
      String view,
      Map<String, Object> models,
      HttpServletRequest request,
      HttpServletResponse response) {
    StringWriter page = new StringWriter();
    render(view, models, request, response, page);
    return page.toString();
  }

  void render(
      String view,
      Map<String, Object> models,
      HttpServletRequest request,
      HttpServletResponse response,
      Writer page) {
    WebContext context =
        new WebContext(application.buildExchange(request, response), Locale.ENGLISH, models);
    context.setVariable("utc", UTC);
    context.setVariable("figures", FIGURES);
    engine.process(view.replaceFirst("\\.html$", ""), context, page);
  }
}
