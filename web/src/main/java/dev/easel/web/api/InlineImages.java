package dev.easel.web.api;

import dev.easel.domain.asset.Image;
import dev.easel.domain.shared.Remark;
import dev.easel.service.asset.ImageFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Images inside JSON. An answer is built in memory, so it holds images up to a total size; what
 * does not fit is given by its address alone.
 */
@ApplicationScoped
public class InlineImages {

  @Inject ImageFiles files;

  @Inject
  @ConfigProperty(name = "easel.inline.most-bytes", defaultValue = "33554432")
  long mostBytes;

  /** Ids of those that fit into one answer, the first ones first. */
  public Set<String> fitting(List<Image> images) {
    Set<String> fitting = new HashSet<>();
    long total = 0;
    for (Image image : images) {
      total += image.sizeBytes();
      if (total > mostBytes) {
        break;
      }
      fitting.add(image.id());
    }
    return fitting;
  }

  /** For an answer whose images did not all fit. */
  public Remark remark() {
    return new Remark(
        "inline_too_large",
        "One answer holds images of %d bytes in all; fetch the others by their url"
            .formatted(mostBytes));
  }

  public String base64(Image image) {
    return Base64.getEncoder().encodeToString(files.read(image.blobKey()));
  }
}
