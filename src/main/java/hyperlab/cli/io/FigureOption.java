package hyperlab.cli.io;

import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureWidth;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the layout of charts in files. Without any of them, charts have their usual size. */
final class FigureOption {
    @Option(names = "--width", paramLabel = "WIDTH")
    private @Nullable String width;

    @Option(names = "--dpi", paramLabel = "N")
    private @Nullable BigInteger dpi;

    @Option(names = "--text-size", paramLabel = "POINTS")
    private @Nullable Double textSize;

    @Option(names = "--caption", paramLabel = "TEXT")
    private @Nullable String caption;

    @Option(names = "--no-title")
    private boolean noTitle;

    @Option(names = "--no-settings")
    private boolean noSettings;

    /** The layout; empty without any of these options. */
    Optional<FigureSettings> settings() {
        boolean isGiven = width != null || dpi != null || textSize != null || caption != null || noTitle || noSettings;
        if (!isGiven) {
            return Optional.empty();
        }
        FigureSettings defaults = FigureSettings.DEFAULT;
        return Optional.of(new FigureSettings(
                width == null ? defaults.width() : FigureWidth.parse(width),
                0,
                dpi == null
                        ? defaults.dpi()
                        : OptionValues.within("--dpi", dpi, FigureSettings.MIN_DPI, FigureSettings.MAX_DPI),
                textSize == null ? defaults.textSize() : textSize,
                false,
                !noTitle,
                false,
                false,
                caption == null ? "" : caption.strip(),
                !noSettings));
    }
}
