package dev.easel.service.usage;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.usage.ModelUse;

/**
 * Somebody who still asks for a model that does not stay.
 *
 * @param model deprecated or retired
 */
public record EndingUse(ImageModel model, ModelUse use) {}
