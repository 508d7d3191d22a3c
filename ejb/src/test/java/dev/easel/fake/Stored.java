package dev.easel.fake;

import jakarta.persistence.Id;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;

/**
 * Entities as a database would hand them out: made without their public constructors, filled field
 * by field. Only fakes and fixtures do this.
 */
public final class Stored {

  private Stored() {}

  public static <T> T of(Class<T> type, Map<String, ?> values) {
    T entity = blank(type);
    values.forEach((name, value) -> set(entity, name, value));
    return entity;
  }

  /** A second instance with the same state, as another transaction would read it. */
  public static <T> T copy(T entity) {
    @SuppressWarnings("unchecked") // the class of an entity makes entities of that class
    T copy = (T) blank(entity.getClass());
    Arrays.stream(entity.getClass().getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .forEach(field -> set(copy, field.getName(), get(entity, field.getName())));
    return copy;
  }

  public static String id(Object entity) {
    return Arrays.stream(entity.getClass().getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Id.class))
        .map(field -> (String) get(entity, field.getName()))
        .findFirst()
        .orElseThrow();
  }

  public static Object get(Object entity, String name) {
    try {
      return field(entity, name).get(entity);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void set(Object entity, String name, Object value) {
    try {
      field(entity, name).set(entity, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field field(Object entity, String name) throws NoSuchFieldException {
    Field field = entity.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static <T> T blank(Class<T> type) {
    try {
      Constructor<T> made = type.getDeclaredConstructor();
      made.setAccessible(true);
      return made.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
