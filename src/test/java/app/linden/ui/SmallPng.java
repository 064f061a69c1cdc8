package app.linden.ui;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Pictures as small as they can be, since some of them are kept: of each the 256 colours that are
 * there most, and every other one as the nearest of them. What is flat stays exact; the edges of
 * letters lose what nobody sees.
 */
final class SmallPng {
    private static final int COLORS = 256;

    private SmallPng() {}

    /** Writes an opaque picture. */
    static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(indexed(image), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        List<Integer> palette = new ArrayList<>(counts.keySet());
        palette.sort((a, b) -> {
            int more = Integer.compare(counts.get(b), counts.get(a));
            return more != 0 ? more : Integer.compare(a, b);
        });
        List<Integer> kept = palette.subList(0, Math.min(COLORS, palette.size()));
        int[] map = kept.stream().mapToInt(c -> c).toArray();
        Map<Integer, Integer> nearest = new HashMap<>();
        IndexColorModel model =
                new IndexColorModel(
                        8, map.length, map, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int color = pixels[y * width + x] & 0xffffff;
                row[x] = (byte) (int) nearest.computeIfAbsent(color, c -> nearest(c, map));
            }
            small.getRaster().setDataElements(0, y, width, 1, row);
        }
        return small;
    }

    private static int nearest(int color, int[] map) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < map.length; i++) {
            int red = (color >> 16 & 255) - (map[i] >> 16 & 255);
            int green = (color >> 8 & 255) - (map[i] >> 8 & 255);
            int blue = (color & 255) - (map[i] & 255);
            // The eye sees green best and blue least.
            int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
