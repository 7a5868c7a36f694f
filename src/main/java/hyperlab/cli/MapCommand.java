package hyperlab.cli;

import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FolderOptions;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.io.TrainingFormatOption;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.MapAxisParser;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MapZoom;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.tune.SearchDimension;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code map}: performs one training run for each pixel of a map of two hyperparameters. */
@Command(name = "map")
final class MapCommand implements Callable<Integer> {
    private static final List<String> COLORS =
            Arrays.stream(MapColor.values()).map(MapColor::fileName).toList();

    private static final int DEFAULT_FRAMES = 24;

    private final CommandOutput console;
    private final InterruptHandler stop;

    @Parameters(paramLabel = "EXPERIMENT")
    private Path file = Path.of("");

    @Option(names = "--x", paramLabel = "KEY=SCALE:…")
    private @Nullable String x;

    @Option(names = "--y", paramLabel = "KEY=SCALE:…")
    private @Nullable String y;

    @Option(names = "--color", paramLabel = "NAME")
    private @Nullable String color;

    @Option(names = "--target", paramLabel = "LOSS")
    private @Nullable Double target;

    @Option(names = "--seeds", paramLabel = "N")
    private @Nullable BigInteger seeds;

    @Option(names = "--each-seed")
    private boolean eachSeed;

    @Option(names = "--zoom", paramLabel = "X,Y,FACTOR")
    private @Nullable String zoom;

    @Option(names = "--frames", paramLabel = "N")
    private BigInteger frames = BigInteger.valueOf(DEFAULT_FRAMES);

    @Mixin
    private FolderOptions output = new FolderOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private TrainingFormatOption formats = new TrainingFormatOption();

    MapCommand(CommandOutput console, InterruptHandler stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = language.texts();
        ChartFileWriter files = formats.files(texts);
        MapSpecification map = map(Documents.read(file));
        if (files.hasGif() && zoom == null) {
            throw new InvalidInputException("--format", Rule.GIF_NEEDS_ZOOM, "gif");
        }
        MapZoom zoomFrames = zoom == null ? null : zoomFrames(map, zoom);
        int processors = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        int threads = output.threads(processors);
        Path folder = output.folder(FolderOptions.stem(file, "map|experiment|descent", "map"), ".map");
        MapRecorder recorder = new MapRecorder(console, texts, stop, files);
        Path baseFolder = file.toAbsolutePath().getParent();
        if (eachSeed) {
            recorder.runEachSeed(map, threads, baseFolder, folder);
        } else {
            recorder.run(map, threads, baseFolder, folder);
        }
        if (zoomFrames != null && !stop.isRequested()) {
            recorder.writeZoom(zoomFrames, threads, baseFolder, folder);
        }
        return ExitCode.DONE;
    }

    private MapSpecification map(Document document) {
        if (document instanceof Document.OfMap of) {
            MapSpecification saved = of.map();
            MapAxis newX = x == null ? saved.x() : MapAxisParser.parse("--x", x);
            MapAxis newY = y == null ? saved.y() : MapAxisParser.parse("--y", y);
            return new MapSpecification(
                    saved.subject(),
                    newX,
                    newY,
                    color(saved.color()),
                    target == null ? saved.target() : target,
                    seeds(saved.seeds()));
        }
        return new MapSpecification(
                subject(document),
                axis("--x", x),
                axis("--y", y),
                color(MapColor.TRAIN_LOSS),
                target == null ? MapSpecification.DEFAULT_TARGET : target,
                seeds(1));
    }

    private MapZoom zoomFrames(MapSpecification map, String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 3) {
                double x = Double.parseDouble(parts[0]);
                double y = Double.parseDouble(parts[1]);
                double factor = Double.parseDouble(parts[2]);
                if (isOn(map.x(), x) && isOn(map.y(), y) && factor > 1 && Double.isFinite(factor)) {
                    int count = OptionValues.within("--frames", frames, 2, MapZoom.MAX_FRAMES);
                    return new MapZoom(map, MapZoom.around(map, x, y, factor), count);
                }
            }
        } catch (NumberFormatException notANumber) {
            // the rule below says what is expected
        }
        throw new InvalidInputException("--zoom", Rule.MAP_ZOOM, text);
    }

    private static boolean isOn(MapAxis axis, double value) {
        return !(axis.dimension() instanceof SearchDimension.CategoricalDimension)
                && value >= axis.low()
                && value <= axis.high();
    }

    private MapSubject subject(Document document) {
        if (document instanceof Document.OfExperiment of) {
            return new MapSubject.OfExperiment(of.experiment());
        }
        if (document instanceof Document.OfDescent of) {
            return new MapSubject.OfDescent(of.setup());
        }
        throw new InvalidInputException(file.toString(), Rule.NOT_A_MAP_SUBJECT);
    }

    private static MapAxis axis(String option, @Nullable String text) {
        if (text == null) {
            throw new InvalidInputException(option, Rule.REQUIRED);
        }
        return MapAxisParser.parse(option, text);
    }

    private MapColor color(MapColor fallback) {
        String name = color;
        if (name == null) {
            return fallback;
        }
        if (!COLORS.contains(name)) {
            throw new InvalidInputException(
                    "--color",
                    Rule.ONE_OF_NEAREST,
                    COLORS.stream().collect(Collectors.joining(", ")),
                    name,
                    ClosestMatch.of(name, COLORS));
        }
        return Arrays.stream(MapColor.values())
                .filter(each -> each.fileName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int seeds(int fallback) {
        return seeds == null ? fallback : OptionValues.within("--seeds", seeds, 1, MapSpecification.MAX_SEEDS);
    }
}
