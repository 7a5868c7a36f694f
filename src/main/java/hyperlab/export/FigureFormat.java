package hyperlab.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats of a figure. */
public enum FigureFormat {
    /** Pixels. */
    PNG,
    /** Vector graphics with text as outlines, so that no font is needed to display it. */
    SVG,
    /** Vector graphics with text that can be searched and copied. */
    PDF,
    /** Pixels with at most 256 colors, optionally animated over a training run: see {@link TrainingGif}. */
    GIF;

    /** The identifier, such as {@code png}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file name extension with its dot, such as {@code .png}. */
    public String fileExtension() {
        return "." + id();
    }

    /** The format of a file name. */
    public static Optional<FigureFormat> of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.fileExtension()))
                .findFirst();
    }
}
