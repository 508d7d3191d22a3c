package dev.easel.web.api;

import dev.easel.domain.limit.RequestKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a request to this method counts as, where the HTTP method would tell wrong. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CountsAs {
  RequestKind value();
}
