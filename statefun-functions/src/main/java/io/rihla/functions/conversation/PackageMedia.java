package io.rihla.functions.conversation;

import io.rihla.schemas.catalog.MapPosition;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.functions.MediaWish;
import io.rihla.schemas.outbound.FileKind;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.TextPart;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of a package as parts of a reply: only what the catalog has is ever sent. */
final class PackageMedia {
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png");

  private PackageMedia() {}

  static @Nullable PartContent part(TravelPackage subject, MediaWish wish) {
    return switch (wish) {
      case PICTURE -> file(subject, FileKind.IMAGE, subject.imageUrl(), subject.name());
      case BROCHURE ->
          file(subject, FileKind.DOCUMENT, subject.brochureUrl(), "Brosur " + subject.name());
      case ITINERARY ->
          file(subject, FileKind.DOCUMENT, subject.itineraryUrl(), "Itinerary " + subject.name());
      case VIDEO -> file(subject, FileKind.VIDEO, subject.videoUrl(), subject.name());
      case MAP_POSITION -> position(subject.mapPosition());
    };
  }

  /** A file that a person chose; what is no picture and no video is a document. */
  static PartContent given(
      String url, @Nullable String type, @Nullable String filename, @Nullable String caption) {
    String path = url.replaceAll("[?#].*$", "");
    String suffix = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    FileKind kind = kind(type == null ? "" : type, suffix);
    return new FilePart(
        kind,
        url,
        filename == null ? path.substring(path.lastIndexOf('/') + 1) : filename,
        type == null ? type(kind, suffix) : type,
        caption);
  }

  private static FileKind kind(String type, String suffix) {
    if (type.startsWith("image/") || PICTURES.contains(suffix)) {
      return FileKind.IMAGE;
    }
    return type.startsWith("video/") || suffix.equals("mp4") ? FileKind.VIDEO : FileKind.DOCUMENT;
  }

  /** What tells two files apart, so that none is shown twice. */
  static String address(PartContent part) {
    return switch (part) {
      case FilePart file -> file.url();
      case PositionPart position -> "geo:" + position.latitude() + "," + position.longitude();
      case TextPart text -> "";
    };
  }

  private static @Nullable PartContent position(@Nullable MapPosition map) {
    return map == null ? null : new PositionPart(map.latitude(), map.longitude(), map.title());
  }

  private static @Nullable PartContent file(
      TravelPackage subject, FileKind kind, @Nullable String url, String caption) {
    if (url == null || url.isBlank()) {
      return null;
    }
    String path = url.replaceAll("[?#].*$", "");
    String suffix = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = type(kind, suffix);
    String filename = subject.code() + "-" + path.substring(path.lastIndexOf('/') + 1);
    return new FilePart(kind, url, filename, type, caption);
  }

  private static String type(FileKind kind, String suffix) {
    return switch (kind) {
      case IMAGE -> suffix.equals("png") ? "image/png" : "image/jpeg";
      case DOCUMENT -> "application/pdf";
      case VIDEO -> "video/mp4";
    };
  }
}
