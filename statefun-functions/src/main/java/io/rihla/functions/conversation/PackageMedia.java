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
import org.jspecify.annotations.Nullable;

/** The files of a package as parts of a reply: only what the catalog has is ever sent. */
final class PackageMedia {
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
