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
final class GifWriter implements Closeable {
    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE = "javax_imageio_gif_image_1.0";
    private static final byte[] INFINITE_LOOP = {1, 0, 0};
    private static final int COLOR_COUNT = 256;
    /** Signature, size and color table. */
    private static final int HEADER_LENGTH = 13 + 3 * COLOR_COUNT;

    private final int width;
    private final int height;
    private final GifPalette palette;
    private final IndexColorModel colorModel;
    private final EmbeddedMetadata embedded;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ImageOutputStream out;
    private final ImageWriter writer;
    private byte @Nullable [] previous;

    GifWriter(int width, int height, GifPalette palette, EmbeddedMetadata embedded) throws IOException {
        this.width = width;
        this.height = height;
        this.palette = palette;
        this.embedded = embedded;
        colorModel = createColorModel(palette.colors());
        out = new MemoryCacheImageOutputStream(bytes);
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        writer.setOutput(out);
        IIOMetadata stream = writer.getDefaultStreamMetadata(null);
        stream.setFromTree(STREAM, header());
        writer.prepareWriteSequence(stream);
    }

    private static IndexColorModel createColorModel(int[] rgb) {
        byte[] red = new byte[COLOR_COUNT];
        byte[] green = new byte[COLOR_COUNT];
        byte[] blue = new byte[COLOR_COUNT];
        for (int k = 0; k < rgb.length; k++) {
            red[k] = (byte) (rgb[k] >> 16);
            green[k] = (byte) (rgb[k] >> 8);
            blue[k] = (byte) rgb[k];
        }
        return new IndexColorModel(8, COLOR_COUNT, red, green, blue, GifPalette.UNCHANGED);
    }

    private IIOMetadataNode header() {
        IIOMetadataNode screen = node("LogicalScreenDescriptor");
        screen.setAttribute("logicalScreenWidth", Integer.toString(width));
        screen.setAttribute("logicalScreenHeight", Integer.toString(height));
        screen.setAttribute("colorResolution", "8");
        screen.setAttribute("pixelAspectRatio", "0");
        IIOMetadataNode table = node("GlobalColorTable");
        table.setAttribute("sizeOfGlobalColorTable", Integer.toString(COLOR_COUNT));
        table.setAttribute("backgroundColorIndex", "0");
        table.setAttribute("sortFlag", "FALSE");
        for (int k = 0; k < COLOR_COUNT; k++) {
            IIOMetadataNode entry = node("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(k));
            entry.setAttribute("red", Integer.toString(colorModel.getRed(k)));
            entry.setAttribute("green", Integer.toString(colorModel.getGreen(k)));
            entry.setAttribute("blue", Integer.toString(colorModel.getBlue(k)));
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
        byte[] indices = new byte[rgb.length];
        for (int k = 0; k < rgb.length; k++) {
            indices[k] = k > 0 && rgb[k] == rgb[k - 1] ? indices[k - 1] : palette.nearest(rgb[k]);
        }
        FrameBounds changedArea =
                previous == null ? new FrameBounds(0, 0, width, height) : changedBounds(previous, indices);
        BufferedImage part =
                new BufferedImage(changedArea.width, changedArea.height, BufferedImage.TYPE_BYTE_INDEXED, colorModel);
        byte[] partIndices = ((DataBufferByte) part.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < changedArea.height; y++) {
            for (int x = 0; x < changedArea.width; x++) {
                int index = (changedArea.y + y) * width + changedArea.x + x;
                boolean unchanged = previous != null && previous[index] == indices[index];
                partIndices[y * changedArea.width + x] = unchanged ? (byte) GifPalette.UNCHANGED : indices[index];
            }
        }
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(part), null);
        metadata.setFromTree(IMAGE, description(changedArea, hundredths));
        writer.writeToSequence(new IIOImage(part, null, metadata), null);
        previous = indices;
    }

    private record FrameBounds(int x, int y, int width, int height) {}

    /** The changed rectangle; one pixel if nothing changed, because a frame cannot be empty. */
    private FrameBounds changedBounds(byte[] from, byte[] to) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (from[y * width + x] != to[y * width + x]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? new FrameBounds(0, 0, 1, 1) : new FrameBounds(left, top, right - left + 1, bottom - top + 1);
    }

    private static IIOMetadataNode description(FrameBounds bounds, int hundredths) {
        IIOMetadataNode image = node("ImageDescriptor");
        image.setAttribute("imageLeftPosition", Integer.toString(bounds.x));
        image.setAttribute("imageTopPosition", Integer.toString(bounds.y));
        image.setAttribute("imageWidth", Integer.toString(bounds.width));
        image.setAttribute("imageHeight", Integer.toString(bounds.height));
        image.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = node("GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(GifPalette.UNCHANGED));
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
    byte[] finish() throws IOException {
        writer.endWriteSequence();
        out.flush();
        byte[] frames = bytes.toByteArray();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(frames, 0, HEADER_LENGTH);
        EmbeddedGif.writeExtension(file, "NETSCAPE2.0", INFINITE_LOOP);
        EmbeddedGif.writeExtension(file, embedded);
        file.write(frames, HEADER_LENGTH, frames.length - HEADER_LENGTH);
        return file.toByteArray();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
