package hyperlab.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

/**
 * A decoded GIF.
 *
 * @param frames the complete image of each frame
 * @param delayHundredths display time of each frame, in hundredths of a second
 * @param changedPixels number of pixels in the rectangle of each frame
 * @param loopsForever whether the GIF loops forever
 */
public record DecodedGif(
        List<BufferedImage> frames, List<Integer> delayHundredths, List<Integer> changedPixels, boolean loopsForever) {
    private static final String IMAGE = "javax_imageio_gif_image_1.0";

    /** Decodes a GIF with ImageIO. */
    public static DecodedGif of(byte[] gif) throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        List<Integer> hundredths = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        boolean endless = false;
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            BufferedImage canvas = null;
            for (int k = 0; k < reader.getNumImages(true); k++) {
                BufferedImage part = reader.read(k);
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(k).getAsTree(IMAGE);
                IIOMetadataNode descriptor = child(root, "ImageDescriptor");
                if (canvas == null) {
                    canvas = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
                    IIOMetadataNode extension = child(root, "ApplicationExtension");
                    byte[] rounds = (byte[]) extension.getUserObject();
                    endless = "NETSCAPE".equals(extension.getAttribute("applicationID"))
                            && "2.0".equals(extension.getAttribute("authenticationCode"))
                            && rounds[0] == 1
                            && rounds[1] == 0
                            && rounds[2] == 0;
                }
                BufferedImage whole =
                        new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
                Graphics2D g2 = whole.createGraphics();
                g2.drawImage(canvas, 0, 0, null);
                g2.drawImage(
                        part,
                        Integer.parseInt(descriptor.getAttribute("imageLeftPosition")),
                        Integer.parseInt(descriptor.getAttribute("imageTopPosition")),
                        null);
                g2.dispose();
                canvas = whole;
                frames.add(whole);
                hundredths.add(
                        Integer.parseInt(child(root, "GraphicControlExtension").getAttribute("delayTime")));
                changed.add(part.getWidth() * part.getHeight());
            }
        } finally {
            reader.dispose();
        }
        return new DecodedGif(frames, hundredths, changed, endless);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
