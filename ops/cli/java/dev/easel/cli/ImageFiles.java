package dev.easel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;

/** Names the files of one order and writes them whole or not at all. */
final class ImageFiles {

  private static final int LONGEST_NAME = 60;

  private final Path first;
  private final boolean overwrite;

  /**
   * @throws CommandFailure if the files could not be written later
   */
  ImageFiles(Order order) {
    Path named = order.output();
    boolean folder = named == null || Files.isDirectory(named);
    Path made = Path.of(slug(order.prompt()) + "." + order.format());
    first = (folder ? (named == null ? made : named.resolve(made)) : named).toAbsolutePath();
    overwrite = !folder;
    if (!Files.isDirectory(first.getParent()) || !Files.isWritable(first.getParent())) {
      throw new CommandFailure("cannot write into " + first.getParent());
    }
  }

  /**
   * @param index from 1; the first image has the plain name, the others a number
   * @param content writes the image into the path it is given
   */
  Path write(int index, Consumer<Path> content) {
    Path file = index == 1 ? first : numbered(index);
    for (int next = index; !overwrite && Files.exists(file); next++) {
      file = numbered(Math.max(2, next + 1));
    }
    // Not a temporary file of the JDK: those are readable by their owner alone.
    Path part =
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      content.accept(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure("cannot write " + file + ": " + e.getMessage());
    } finally {
      discard(part);
    }
    return file;
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      System.err.println("easel: cannot remove " + part + ": " + e.getMessage());
    }
  }

  private Path numbered(int number) {
    String name = first.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot) : "";
    return first.resolveSibling(stem + "-" + number + extension);
  }

  private static String slug(String prompt) {
    String words = prompt.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    String trimmed = words.replaceAll("^-+|-+$", "");
    if (trimmed.isEmpty()) {
      return "image";
    }
    int end = trimmed.length() <= LONGEST_NAME ? trimmed.length() : cut(trimmed);
    return trimmed.substring(0, end);
  }

  private static int cut(String words) {
    int dash = words.lastIndexOf('-', LONGEST_NAME);
    return dash > 0 ? dash : LONGEST_NAME;
  }
}
