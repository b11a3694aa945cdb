package io.rihla.launcher.waha;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the chats, and the few ready-made ones that a customer can attach. */
final class MediaFolder {
  /** What a customer of the chat page can attach, by name. */
  static final Map<String, String> READY_MADE =
      Map.of(
          "bukti-transfer.jpg", "image/jpeg",
          "paspor.jpg", "image/jpeg",
          "hotel.jpg", "image/jpeg",
          "sticker.webp", "image/webp",
          "pesan-suara.wav", "audio/wav",
          "formulir.pdf", "application/pdf");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+\\.[a-z0-9]{1,5}");
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/jpeg", "jpeg",
          "image/png", "png",
          "image/webp", "webp",
          "application/pdf", "pdf",
          "video/mp4", "mp4",
          "audio/wav", "wav",
          "audio/ogg", "ogg");

  private final Path folder;

  MediaFolder(Path data) throws IOException {
    folder = Files.createDirectories(data.resolve("media"));
  }

  /** Keeps the bytes under the message's id. */
  String keep(String messageId, String mimetype, byte[] bytes) {
    String type = mimetype.split(";", 2)[0].strip();
    String id = messageId.replaceAll("[^A-Za-z0-9]", "");
    String name = id + "." + EXTENSIONS.getOrDefault(type, "bin");
    try {
      Files.write(folder.resolve(name), bytes);
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a file in " + folder, e);
    }
  }

  Optional<byte[]> read(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a file in " + folder, e);
    }
  }

  static String mimetype(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return EXTENSIONS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(extension))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("application/octet-stream");
  }

  static byte[] readyMade(String name) {
    if (!READY_MADE.containsKey(name)) {
      throw new BadCall("file is '%s': use one of %s".formatted(name, readyMadeNames()));
    }
    try (InputStream in = MediaFolder.class.getResourceAsStream("/simulator/attachments/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the attachment " + name + " is not packed");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the attachment " + name, e);
    }
  }

  static List<String> readyMadeNames() {
    return READY_MADE.keySet().stream().sorted().toList();
  }
}
