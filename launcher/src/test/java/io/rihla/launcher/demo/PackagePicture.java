package io.rihla.launcher.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A square picture: sky, minarets, the Kaaba, and what the package is. */
final class PackagePicture {
  static final int SIZE = 1080;
  private static final int HORIZON = 640;
  private static final Color GOLD = new Color(0xE0B354);
  private static final Color[][] SKIES = {
    {new Color(0x0B2545), new Color(0xF2A65A)},
    {new Color(0x134E4A), new Color(0xF6E7B4)},
    {new Color(0x3B1D4A), new Color(0xF08A7B)},
    {new Color(0x12355B), new Color(0xBFE3F0)},
    {new Color(0x0B3D2E), new Color(0xE9C46A)},
    {new Color(0x41295A), new Color(0xF4C095)},
  };

  private PackagePicture() {}

  static BufferedImage draw(DemoPackage offer) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(image);
    Color[] sky = SKIES[Math.floorMod(offer.code().hashCode(), SKIES.length)];
    graphics.setPaint(new GradientPaint(0, 0, sky[0], 0, HORIZON + 120, sky[1]));
    graphics.fillRect(0, 0, SIZE, SIZE);
    stars(graphics, offer.code().hashCode());
    moon(graphics);
    Color stone = blend(sky[0], sky[1], 0.45);
    arcade(graphics, stone);
    minaret(graphics, 150, 250, stone.darker());
    minaret(graphics, 290, 330, stone);
    minaret(graphics, 800, 330, stone);
    minaret(graphics, 930, 250, stone.darker());
    kaaba(graphics);
    panel(graphics, offer, sky[0]);
    graphics.dispose();
    return image;
  }

  static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return graphics;
  }

  private static void stars(Graphics2D graphics, int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 90; i++) {
      int y = random.nextInt(330);
      graphics.setColor(new Color(255, 255, 255, 60 + random.nextInt(140) * (330 - y) / 330));
      double size = 1.5 + random.nextDouble() * 2.5;
      graphics.fill(new Ellipse2D.Double(random.nextInt(SIZE), y, size, size));
    }
  }

  private static void moon(Graphics2D graphics) {
    Area moon = new Area(new Ellipse2D.Double(500, 90, 110, 110));
    moon.subtract(new Area(new Ellipse2D.Double(532, 78, 104, 104)));
    graphics.setColor(new Color(0xFFF3CF));
    graphics.fill(moon);
  }

  private static void arcade(Graphics2D graphics, Color stone) {
    graphics.setColor(stone);
    graphics.fillRect(0, 500, SIZE, 170);
    graphics.setColor(new Color(0, 0, 0, 60));
    for (int x = 12; x < SIZE; x += 54) {
      Area arch = new Area(new Ellipse2D.Double(x, 535, 34, 44));
      arch.add(new Area(new Rectangle2D.Double(x, 557, 34, 90)));
      graphics.fill(arch);
    }
    graphics.setPaint(
        new GradientPaint(0, HORIZON, new Color(0xF7F3EA), 0, 760, new Color(0xD9D2C3)));
    graphics.fillRect(0, HORIZON, SIZE, SIZE - HORIZON);
  }

  private static void minaret(Graphics2D graphics, int x, int top, Color colour) {
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Double(x - 20, top + 120, 40, 560 - top));
    graphics.fill(new Rectangle2D.Double(x - 30, top + 120, 60, 14));
    graphics.fill(new Rectangle2D.Double(x - 14, top + 50, 28, 80));
    graphics.fill(new Rectangle2D.Double(x - 24, top + 52, 48, 10));
    Path2D cap = new Path2D.Double();
    cap.moveTo(x - 16, top + 52);
    cap.quadTo(x - 18, top + 16, x, top - 14);
    cap.quadTo(x + 18, top + 16, x + 16, top + 52);
    cap.closePath();
    graphics.fill(cap);
    graphics.setColor(GOLD);
    graphics.setStroke(new BasicStroke(4));
    graphics.drawArc(x - 8, top - 40, 16, 18, 110, 300);
    graphics.drawLine(x, top - 22, x, top - 12);
  }

  private static void kaaba(Graphics2D graphics) {
    graphics.setColor(new Color(0, 0, 0, 45));
    graphics.fill(new Ellipse2D.Double(340, 690, 420, 46));
    graphics.setPaint(new GradientPaint(390, 0, new Color(0x1B1B1B), 640, 0, new Color(0x050505)));
    graphics.fill(polygon(390, 430, 600, 410, 600, 716, 390, 702));
    graphics.setPaint(new GradientPaint(600, 0, new Color(0x2C2C2C), 710, 0, new Color(0x161616)));
    graphics.fill(polygon(600, 410, 710, 436, 710, 698, 600, 716));
    graphics.setColor(GOLD);
    graphics.fill(polygon(390, 492, 600, 478, 600, 512, 390, 524));
    graphics.fill(polygon(600, 478, 710, 494, 710, 526, 600, 512));
    graphics.fill(polygon(520, 590, 566, 588, 566, 712, 520, 710));
    graphics.setColor(new Color(0xA87B20));
    graphics.setStroke(new BasicStroke(3));
    graphics.drawLine(543, 590, 543, 710);
  }

  private static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static void panel(Graphics2D graphics, DemoPackage offer, Color shade) {
    graphics.setColor(new Color(shade.getRed(), shade.getGreen(), shade.getBlue(), 236));
    graphics.fill(new RoundRectangle2D.Double(40, 770, SIZE - 80, 270, 44, 44));
    graphics.setColor(Color.WHITE);
    fitted(graphics, offer.name(), Font.BOLD, 56, 90, 842);
    graphics.setColor(GOLD);
    fitted(graphics, offer.price(), Font.BOLD, 68, 90, 930);
    graphics.setColor(new Color(0xF4EFE2));
    String line =
        "%s  ·  %d hari  ·  dari %s".formatted(offer.departureText(), offer.days(), offer.city());
    fitted(graphics, line, Font.PLAIN, 36, 90, 985);
    fitted(graphics, offer.airline() + "  ·  " + offer.code(), Font.PLAIN, 26, 90, 1022);
  }

  private static void fitted(
      Graphics2D graphics, String text, int style, int size, int x, int baseline) {
    Font font = new Font(Font.SANS_SERIF, style, size);
    while (graphics.getFontMetrics(font).stringWidth(text) > SIZE - 180) {
      font = font.deriveFont(font.getSize2D() - 1);
    }
    graphics.setFont(font);
    graphics.drawString(text, x, baseline);
  }

  private static Color blend(Color first, Color second, double share) {
    return new Color(
        (int) (first.getRed() * (1 - share) + second.getRed() * share),
        (int) (first.getGreen() * (1 - share) + second.getGreen() * share),
        (int) (first.getBlue() * (1 - share) + second.getBlue() * share));
  }
}
