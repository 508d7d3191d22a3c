package dev.easel.adapter.queue;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;

/** JSON instead of db-scheduler's default Java serialization, which is a gadget surface. */
class JsonSerializer implements Serializer {

  private final Jsonb json = JsonbBuilder.create();

  @Override
  public byte[] serialize(Object data) {
    return data == null ? null : json.toJson(data).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] stored) {
    return stored == null ? null : json.fromJson(new String(stored, StandardCharsets.UTF_8), type);
  }
}
