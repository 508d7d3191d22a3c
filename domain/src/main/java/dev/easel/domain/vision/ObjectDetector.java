package dev.easel.domain.vision;

import java.awt.image.BufferedImage;
import java.util.List;

/** Finds things of everyday life. */
public interface ObjectDetector {

  /** What is found, labelled by the 80 names of COCO, the surest first. */
  List<Detection> objects(BufferedImage source);
}
