package hyperlab.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an animated GIF (89a) with one global palette. Each frame after the first contains only the rectangle that
 * changed, and only its changed pixels. It loops forever (extension NETSCAPE2.0 with loop count 0).
 */
final class FilmGif implements Closeable {
    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE = "javax_imageio_gif_image_1.0";
    private static final byte[] WITHOUT_END = {1, 0, 0};
    private static final int PLACES = 256;
    /** Signature, size and color table. */
    private static final int HEAD = 13 + 3 * PLACES;

    private final int width;
    private final int height;
    private final FilmPalette palette;
    private final IndexColorModel colours;
    private final Carried carried;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ImageOutputStream out;
    private final ImageWriter writer;
    private byte @Nullable [] before;

    FilmGif(int width, int height, FilmPalette palette, Carried carried) throws IOException {
        this.width = width;
        this.height = height;
        this.palette = palette;
        this.carried = carried;
        colours = model(palette.colours());
        out = new MemoryCacheImageOutputStream(bytes);
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        writer.setOutput(out);
        IIOMetadata stream = writer.getDefaultStreamMetadata(null);
        stream.setFromTree(STREAM, header());
        writer.prepareWriteSequence(stream);
    }

    private static IndexColorModel model(int[] rgb) {
        byte[] red = new byte[PLACES];
        byte[] green = new byte[PLACES];
        byte[] blue = new byte[PLACES];
        for (int k = 0; k < rgb.length; k++) {
            red[k] = (byte) (rgb[k] >> 16);
            green[k] = (byte) (rgb[k] >> 8);
            blue[k] = (byte) rgb[k];
        }
        return new IndexColorModel(8, PLACES, red, green, blue, FilmPalette.UNCHANGED);
    }

    private IIOMetadataNode header() {
        IIOMetadataNode screen = node("LogicalScreenDescriptor");
        screen.setAttribute("logicalScreenWidth", Integer.toString(width));
        screen.setAttribute("logicalScreenHeight", Integer.toString(height));
        screen.setAttribute("colorResolution", "8");
        screen.setAttribute("pixelAspectRatio", "0");
        IIOMetadataNode table = node("GlobalColorTable");
        table.setAttribute("sizeOfGlobalColorTable", Integer.toString(PLACES));
        table.setAttribute("backgroundColorIndex", "0");
        table.setAttribute("sortFlag", "FALSE");
        for (int k = 0; k < PLACES; k++) {
            IIOMetadataNode entry = node("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(k));
            entry.setAttribute("red", Integer.toString(colours.getRed(k)));
            entry.setAttribute("green", Integer.toString(colours.getGreen(k)));
            entry.setAttribute("blue", Integer.toString(colours.getBlue(k)));
            table.appendChild(entry);
        }
        IIOMetadataNode version = node("Version");
        version.setAttribute("value", "89a");
        IIOMetadataNode root = node(STREAM);
        root.appendChild(version);
        root.appendChild(screen);
        root.appendChild(table);
        return root;
    }

    /** Adds a frame with its display time in hundredths of a second. */
    void add(int[] rgb, int hundredths) throws IOException {
        byte[] now = new byte[rgb.length];
        for (int k = 0; k < rgb.length; k++) {
            now[k] = k > 0 && rgb[k] == rgb[k - 1] ? now[k - 1] : palette.nearest(rgb[k]);
        }
        Rectangle changed = before == null ? new Rectangle(0, 0, width, height) : changed(before, now);
        BufferedImage part = new BufferedImage(changed.width, changed.height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] places = ((DataBufferByte) part.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < changed.height; y++) {
            for (int x = 0; x < changed.width; x++) {
                int at = (changed.y + y) * width + changed.x + x;
                boolean same = before != null && before[at] == now[at];
                places[y * changed.width + x] = same ? (byte) FilmPalette.UNCHANGED : now[at];
            }
        }
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(part), null);
        metadata.setFromTree(IMAGE, description(changed, hundredths));
        writer.writeToSequence(new IIOImage(part, null, metadata), null);
        before = now;
    }

    private record Rectangle(int x, int y, int width, int height) {}

    /** The changed rectangle; one pixel if nothing changed, because a frame cannot be empty. */
    private Rectangle changed(byte[] from, byte[] to) {
        int left = width;
        int right = -1;
        int top = height;
        int foot = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (from[y * width + x] != to[y * width + x]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    foot = y;
                }
            }
        }
        return right < 0 ? new Rectangle(0, 0, 1, 1) : new Rectangle(left, top, right - left + 1, foot - top + 1);
    }

    private static IIOMetadataNode description(Rectangle place, int hundredths) {
        IIOMetadataNode image = node("ImageDescriptor");
        image.setAttribute("imageLeftPosition", Integer.toString(place.x));
        image.setAttribute("imageTopPosition", Integer.toString(place.y));
        image.setAttribute("imageWidth", Integer.toString(place.width));
        image.setAttribute("imageHeight", Integer.toString(place.height));
        image.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = node("GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(FilmPalette.UNCHANGED));
        control.setAttribute("delayTime", Integer.toString(hundredths));
        IIOMetadataNode root = node(IMAGE);
        root.appendChild(image);
        root.appendChild(control);
        return root;
    }

    private static IIOMetadataNode node(String name) {
        return new IIOMetadataNode(name);
    }

    /**
     * Returns the whole file. The extensions that apply to the whole file are inserted between the color table and the
     * first frame.
     */
    byte[] end() throws IOException {
        writer.endWriteSequence();
        out.flush();
        byte[] frames = bytes.toByteArray();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(frames, 0, HEAD);
        CarriedGif.extend(whole, "NETSCAPE2.0", WITHOUT_END);
        CarriedGif.extend(whole, carried);
        whole.write(frames, HEAD, frames.length - HEAD);
        return whole.toByteArray();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
