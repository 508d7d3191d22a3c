package dev.easel.domain.catalog;

import dev.easel.domain.shared.Credits;

/**
 * What an order costs: quoted, held and, image by image, charged as it stands here.
 *
 * @param ruleId the rule that decided
 * @param version of the model's prices
 * @param unit for one image
 * @param count images ordered
 */
public record Price(String ruleId, int version, Credits unit, int count) {

  public Credits total() {
    return unit.times(count);
  }
}
