package io.rihla.launcher.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Writes lines down A4 pages and begins a new page when one is full. */
final class PdfPage implements AutoCloseable {
  static final Color GREEN = new Color(0x0B6E4F);
  private static final float MARGIN = 50;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private PDPageContentStream content;
  private float y;

  PdfPage(String title) throws IOException {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer("Rihla");
    content = newPage();
  }

  private PDPageContentStream newPage() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  void banner(String title, String subtitle) throws IOException {
    content.setNonStrokingColor(GREEN);
    content.addRect(0, y - 45, PDRectangle.A4.getWidth(), 110);
    content.fill();
    write(title, bold, 22, Color.WHITE, MARGIN, y);
    write(subtitle, plain, 12, Color.WHITE, MARGIN, y - 22);
    y -= 75;
  }

  void picture(BufferedImage image, float size) throws IOException {
    content.drawImage(
        JPEGFactory.createFromImage(document, image, 0.8f),
        (PDRectangle.A4.getWidth() - size) / 2,
        y - size,
        size,
        size);
    y -= size + 22;
  }

  void heading(String text) throws IOException {
    room(46);
    y -= 8;
    write(text, bold, 13, GREEN, MARGIN, y);
    y -= 19;
  }

  void line(String text) throws IOException {
    for (String part : wrapped(text, plain, 10.5f)) {
      room(15);
      write(part, plain, 10.5f, Color.DARK_GRAY, MARGIN, y);
      y -= 15;
    }
  }

  void strong(String text) throws IOException {
    room(34);
    write(text, bold, 10.5f, Color.BLACK, MARGIN, y);
    y -= 15;
  }

  private void room(float needed) throws IOException {
    if (y - needed < MARGIN) {
      content.close();
      content = newPage();
    }
  }

  private void write(String text, PDFont font, float size, Color colour, float x, float baseline)
      throws IOException {
    content.beginText();
    content.setNonStrokingColor(colour);
    content.setFont(font, size);
    content.newLineAtOffset(x, baseline);
    content.showText(text);
    content.endText();
  }

  private static List<String> wrapped(String text, PDFont font, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (font.getStringWidth(longer) / 1000 * size > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  void save(Path file) throws IOException {
    content.close();
    Files.createDirectories(file.getParent());
    document.save(file.toFile());
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
