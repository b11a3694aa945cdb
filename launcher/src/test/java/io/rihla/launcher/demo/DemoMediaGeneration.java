package io.rihla.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs only when it is asked to write: see the package's page. */
@EnabledIfSystemProperty(named = "rihla.demo.media", matches = "write")
class DemoMediaGeneration {
  private static final Path MEDIA = Path.of("../api-server/src/main/resources/media/packages");
  private static final Path ATTACHMENTS = Path.of("src/main/resources/simulator/attachments");

  @Test
  void writesThePapersOfEveryPackage() throws IOException {
    for (DemoPackage offer : DemoPackage.all()) {
      Path folder = Files.createDirectories(MEDIA.resolve(offer.code()));
      BufferedImage picture = PackagePicture.draw(offer);
      jpeg(picture, folder.resolve("picture.jpg"));
      PackagePapers.brochure(offer, picture, folder.resolve("brochure.pdf"));
      PackagePapers.itinerary(offer, folder.resolve("itinerary.pdf"));
      assertThat(folder.resolve("brochure.pdf")).isNotEmptyFile();
    }
  }

  @Test
  void writesWhatCustomersAttach() throws IOException {
    Files.createDirectories(ATTACHMENTS);
    jpeg(Attachments.transferReceipt(), ATTACHMENTS.resolve("bukti-transfer.jpg"));
    jpeg(Attachments.passport(), ATTACHMENTS.resolve("paspor.jpg"));
    jpeg(Attachments.hotel(), ATTACHMENTS.resolve("hotel.jpg"));
    Attachments.voiceMessage(ATTACHMENTS.resolve("pesan-suara.wav"));
    Attachments.form(ATTACHMENTS.resolve("formulir.pdf"));
    assertThat(ATTACHMENTS.resolve("formulir.pdf")).isNotEmptyFile();
  }

  private static void jpeg(BufferedImage image, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(0.86f);
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
  }
}
