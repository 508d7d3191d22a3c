package dev.easel.domain.vision;

import java.awt.image.BufferedImage;
import java.util.List;

/** Finds faces. It does not tell whose. */
public interface FaceDetector {

  /** The faces, all labelled {@code face}, the surest first. */
  List<Detection> faces(BufferedImage source);
}
