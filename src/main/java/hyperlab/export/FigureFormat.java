package hyperlab.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a figure can be written as. */
public enum FigureFormat {
    /** Pixels. */
    PNG,
    /** Lines that stay sharp at any size, letters among them: no font is needed to show it. */
    SVG,
    /** Lines that stay sharp at any size, and letters that can be searched and copied. */
    PDF,
    /** Pixels of at most 256 colours, which can go through a training: see {@link Filming}. */
    GIF;

    /** As people write it: {@code png}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the names of such files end: {@code .png}. */
    public String ending() {
        return "." + id();
    }

    /** What the name of a file says. */
    public static Optional<FigureFormat> of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst();
    }
}
