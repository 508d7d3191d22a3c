package dev.easel.web.ui;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Lets templates read {@link Texts}. A key without a text is an error, not a text. */
class TextsOfTemplates extends AbstractMessageResolver {

  @Override
  public String resolveMessage(
      ITemplateContext context, Class<?> origin, String key, Object[] values) {
    return Texts.text(key, context.getLocale(), values);
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context, Class<?> origin, String key, Object[] values) {
    throw new IllegalStateException("There is no text " + key);
  }
}
