package io.rihla.launcher.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What customers attach in the simulator; every picture says that it is an example. */
final class Attachments {
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 40);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 28);

  private Attachments() {}

  static BufferedImage transferReceipt() {
    BufferedImage image = new BufferedImage(720, 1080, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = PackagePicture.smooth(image);
    graphics.setPaint(new GradientPaint(0, 0, new Color(0x0F5FA8), 0, 420, new Color(0x2C8AD8)));
    graphics.fillRect(0, 0, 720, 1080);
    graphics.setColor(Color.WHITE);
    graphics.fillRoundRect(50, 230, 620, 760, 40, 40);
    graphics.setColor(new Color(0x2FAE66));
    graphics.fillOval(300, 170, 120, 120);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.drawPolyline(new int[] {334, 354, 388}, new int[] {232, 254, 208}, 3);
    graphics.setFont(TITLE);
    graphics.setColor(Color.WHITE);
    graphics.drawString("Bank Contoh", 50, 100);
    graphics.setColor(new Color(0x1D2B3A));
    graphics.drawString("Transfer Berhasil", 180, 360);
    String[] lines = {
      "Jumlah      Rp 5.000.000",
      "Ke          Travel Umroh",
      "Berita      DP umroh",
      "Tanggal     22-11-2026",
      "No. ref     0000 CONTOH 0000"
    };
    graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 28));
    for (int i = 0; i < lines.length; i++) {
      graphics.drawString(lines[i], 100, 470 + i * 70);
    }
    graphics.setFont(TEXT);
    graphics.setColor(new Color(0xA3271D));
    graphics.drawString("CONTOH, bukan bukti sungguhan", 130, 930);
    graphics.dispose();
    return image;
  }

  static BufferedImage passport() {
    BufferedImage image = new BufferedImage(760, 1060, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = PackagePicture.smooth(image);
    graphics.setColor(new Color(0xD9CDB8));
    graphics.fillRect(0, 0, 760, 1060);
    graphics.setColor(new Color(0x1F4E46));
    graphics.fillRoundRect(60, 50, 640, 960, 46, 46);
    graphics.setColor(new Color(0xE0B354));
    graphics.setStroke(new BasicStroke(5));
    graphics.drawOval(280, 360, 200, 200);
    graphics.drawLine(280, 460, 480, 460);
    graphics.drawOval(335, 360, 90, 200);
    graphics.setFont(new Font(Font.SERIF, Font.BOLD, 64));
    graphics.drawString("PASPOR", 245, 220);
    graphics.setFont(TEXT);
    graphics.drawString("CONTOH", 320, 760);
    graphics.fillRect(345, 830, 70, 46);
    graphics.dispose();
    return image;
  }

  static BufferedImage hotel() {
    BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = PackagePicture.smooth(image);
    graphics.setPaint(new GradientPaint(0, 0, new Color(0x25507A), 0, 900, new Color(0xF2C48D)));
    graphics.fillRect(0, 0, 1200, 900);
    int[][] towers = {{140, 330, 240}, {420, 180, 340}, {800, 280, 260}};
    for (int[] tower : towers) {
      graphics.setColor(new Color(0xCDB896));
      graphics.fillRect(tower[0], tower[1], tower[2], 800 - tower[1]);
      for (int y = tower[1] + 30; y < 740; y += 48) {
        for (int x = tower[0] + 24; x < tower[0] + tower[2] - 30; x += 46) {
          boolean lit = (x * 7 + y * 13) % 5 < 3;
          graphics.setColor(lit ? new Color(0xFFE9A8) : new Color(0x6C5B43));
          graphics.fillRect(x, y, 26, 30);
        }
      }
    }
    graphics.setColor(new Color(0x8A7656));
    graphics.fillRect(0, 790, 1200, 110);
    graphics.setColor(Color.WHITE);
    graphics.setFont(TITLE);
    graphics.drawString("Hotel contoh, dekat Masjidil Haram", 230, 860);
    graphics.dispose();
    return image;
  }

  static void voiceMessage(Path file) throws IOException {
    float rate = 8000;
    byte[] samples = new byte[(int) rate * 2];
    for (int i = 0; i < samples.length; i++) {
      double swell = Math.sin(Math.PI * i / samples.length);
      samples[i] = (byte) (40 * swell * Math.sin(2 * Math.PI * (220 + 60 * swell) * i / rate));
    }
    AudioFormat format = new AudioFormat(rate, 8, 1, true, false);
    try (AudioInputStream sound =
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }

  static void form(Path file) throws IOException {
    try (PdfPage page = new PdfPage("Formulir pendaftaran")) {
      page.banner("Formulir Pendaftaran Umroh", "Contoh dokumen dari jamaah");
      for (String field : new String[] {"Nama sesuai paspor", "Nomor paspor", "Jumlah jamaah"}) {
        page.strong(field);
        page.line("................................................................");
      }
      page.save(file);
    }
  }
}
