package dev.easel.service.editing;

import dev.easel.service.asset.InputImages;

/** Puts the editing services together for tests. */
public final class EditServices {

  private EditServices() {}

  public static EditInputs inputs(InputImages images) {
    EditInputs inputs = new EditInputs();
    inputs.images = images;
    return inputs;
  }

  public static Finishing finishing(EditInputs inputs) {
    Finishing finishing = new Finishing();
    finishing.inputs = inputs;
    return finishing;
  }
}
