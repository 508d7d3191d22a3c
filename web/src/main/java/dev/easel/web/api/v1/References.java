package dev.easel.web.api.v1;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.InputWish;
import dev.easel.web.api.JsonInput;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code config.references}: file ids, or objects {@code {type, reference_id, strength}}. The first
 * plain id is the source, a second one the mask. Source: product decision B5.
 */
final class References {

  /** As refusals name it. */
  private static final String FIELD = "config.references";

  private static final int MOST = 16;

  /** One that is neither source nor mask. */
  record Further(ReferenceRole role, String id, double strength) {}

  private final ConfigMembers members;
  private final JsonInput object;
  private final List<Further> further = new ArrayList<>();
  private String source;
  private String mask;

  private References(ConfigMembers members) {
    this.members = members;
    this.object = members.with("references");
  }

  static References of(ConfigMembers members) {
    References references = new References(members);
    references.read();
    return references;
  }

  String source() {
    return source;
  }

  String mask() {
    return mask;
  }

  List<Further> further() {
    return further;
  }

  Operation operation() {
    if (mask != null) {
      return Operation.INPAINT;
    }
    return source == null ? Operation.TEXT_TO_IMAGE : Operation.IMAGE_TO_IMAGE;
  }

  void onto(GenerationRequest request) {
    request.operation(operation());
    if (source != null) {
      request.source(InputWish.named(FIELD, source));
    }
    if (mask != null) {
      request.mask(InputWish.named(FIELD, mask));
    }
    further.forEach(
        one -> request.reference(InputWish.named(FIELD, one.id()), one.role(), one.strength()));
  }

  private void read() {
    var given = object.array("references");
    if (given.size() > MOST) {
      object.violate("references", "must be at most " + MOST);
      return;
    }
    given.forEach(this::take);
    if (mask != null && source == null) {
      object.violate("references", "must have a source when they have a mask");
    }
  }

  private void take(JsonValue reference) {
    if (reference instanceof JsonString id) {
      put(source == null ? "source" : "mask", id.getString(), Reference.FULL);
    } else if (reference instanceof JsonObject typed
        && typed.get("reference_id") instanceof JsonString id) {
      put(typed.getString("type", "source"), id.getString(), strength(typed));
    } else {
      object.violate("references", "must be file ids or objects with type and reference_id");
    }
  }

  private double strength(JsonObject typed) {
    JsonValue given = typed.getOrDefault("strength", JsonValue.NULL);
    if (given == JsonValue.NULL) {
      return Reference.FULL;
    }
    boolean fine =
        given instanceof JsonNumber number
            && number.doubleValue() >= 0
            && number.doubleValue() <= Reference.FULL;
    if (!fine) {
      object.violate("references", "must have strengths from 0 to 1");
      return Reference.FULL;
    }
    return ((JsonNumber) given).doubleValue();
  }

  private void put(String role, String id, double strength) {
    switch (role) {
      case "source" -> source = once(source, file(id));
      case "mask" -> mask = once(mask, file(id));
      case "style" -> further.add(new Further(ReferenceRole.STYLE, file(id), strength));
      case "face" -> further.add(new Further(ReferenceRole.FACE, file(id), strength));
      case "voice" -> // a sound, which no picture is made of
          members.remark("reference_ignored", "No model takes a reference of type voice");
      default -> object.violate("references", "type must be source, mask, style, face or voice");
    }
  }

  /** Nothing else reaches the database, which takes no U+0000. */
  private String file(String id) {
    if (ImageId.parse(id).isEmpty() && !Asset.isId(id)) {
      object.violate("references", "must name files by their ids (img_… or ast_…)");
    }
    return id;
  }

  private String once(String known, String id) {
    if (known != null) {
      members.remark("reference_ignored", "Only one source and one mask are used");
      return known;
    }
    return id;
  }
}
