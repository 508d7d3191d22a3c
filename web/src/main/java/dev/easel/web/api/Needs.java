package dev.easel.web.api;

import dev.easel.domain.identity.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope a credential must carry for this resource or method, or one of several; a method's own
 * wins. {@link Scope#ADMIN} also asks that the user be an administrator.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
  Scope[] value();
}
