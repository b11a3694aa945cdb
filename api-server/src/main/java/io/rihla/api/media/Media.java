package io.rihla.api.media;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.staticcontent.StaticContentService;

/** {@code /media}: the files of packages, for customers' phones and therefore without a token. */
public final class Media {
  private Media() {}

  public static void install(HttpRouting.Builder routing) {
    routing.register(
        "/media",
        StaticContentService.builder("media", Media.class.getClassLoader())
            .contentType("webp", MediaTypes.create("image/webp"))
            .contentType("mp4", MediaTypes.create("video/mp4"))
            .build());
  }
}
