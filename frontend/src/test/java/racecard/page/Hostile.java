package racecard.page;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an attack into every text of a record. */
final class Hostile {
  static final String TEXT =
      "</textarea></title></style><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"x'"
          + " style='x";

  private Hostile() {}

  static <T extends Record> T of(T record) {
    return copy(record);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> T copy(T record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = poison(components[i].getAccessor().invoke(record));
      }
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      return (T) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object poison(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> TEXT;
      case List<?> list -> list.stream().map(Hostile::poison).toList();
      case Record record -> copy(record);
      default -> value;
    };
  }
}
