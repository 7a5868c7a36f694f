package hyperlab.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hyperlab.file.disk.AppendedCsv;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.map.MapColor;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelStore;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a map: {@code map.json}; {@code pixels.csv}, to which the pixels are appended as they are trained, at
 * least once a second while there are new ones; and {@code map.csv}, one row for each pixel, once all are known. After
 * an interruption, the lines of {@code pixels.csv} are the known pixels. Used by one computation of one program at a
 * time.
 */
public final class MapFolder implements PixelStore, Closeable {
    private static final String MAP = "map.json";
    private static final String PIXELS = "pixels.csv";
    private static final String HEADER = "column,row,outcome,epochs,value,divergedShare\n";
    private static final long MAX_DELAY_NANOS = 1_000_000_000L;

    private final Path folder;
    private final MapSpecification map;
    private final Map<Long, Pixel> pixels = new HashMap<>();
    private final StringBuilder pending = new StringBuilder();
    private final AppendedCsv file;
    private long latestNanos = System.nanoTime();

    private MapFolder(Path folder, MapSpecification map) throws IOException {
        this.folder = folder;
        this.map = map;
        this.file = AppendedCsv.open(folder.resolve(PIXELS), HEADER, this::readPixel);
    }

    /**
     * Opens a folder for a map: a new one, or one that was started with exactly this map.
     *
     * @throws InvalidInputException if the folder has another map, another program works on it, or it cannot be written
     */
    public static MapFolder open(Path folder, MapSpecification map) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException(folder.toString(), Rule.FOLDER_IS_FILE);
        }
        try {
            Path mapFile = folder.resolve(MAP);
            String now = StrictJson.format(MapFormat.write(map));
            if (Files.exists(mapFile)) {
                String before = StrictJson.format(MapFormat.write(MapFormat.read(
                        StrictJson.object(InputFile.read(mapFile, Documents.MAX_BYTES), mapFile.toString()))));
                if (!before.equals(now)) {
                    throw StudyFolder.otherDocument(folder, Rule.OTHER_MAP, before, now);
                }
            } else {
                AtomicFile.write(mapFile, now);
            }
            return new MapFolder(folder, map);
        } catch (IOException e) {
            throw AtomicFile.writeError(folder, e);
        }
    }

    private boolean readPixel(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 6) {
            return false;
        }
        try {
            for (PixelOutcome outcome : PixelOutcome.values()) {
                if (outcome.fileName().equals(cells[2])) {
                    double value = cells[4].isEmpty() ? Double.NaN : Double.parseDouble(cells[4]);
                    pixels.put(
                            key(Integer.parseInt(cells[0]), Integer.parseInt(cells[1])),
                            new Pixel(outcome, Double.parseDouble(cells[3]), value, Double.parseDouble(cells[5])));
                    return true;
                }
            }
            return false;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static long key(int column, int row) {
        return (long) row * MapSpecification.MAX_PIXELS + column;
    }

    /** Whether the end of {@code pixels.csv} was damaged, so that its pixels must be trained again. */
    public boolean wasTruncated() {
        return file.wasTruncated();
    }

    /** The number of known pixels. */
    public synchronized int knownPixels() {
        return pixels.size();
    }

    @Override
    public synchronized @Nullable Pixel find(int column, int row) {
        return pixels.get(key(column, row));
    }

    @Override
    public synchronized void add(int column, int row, Pixel pixel) {
        pending.append(column)
                .append(',')
                .append(row)
                .append(',')
                .append(pixel.outcome().fileName())
                .append(',')
                .append(pixel.epochs())
                .append(',')
                .append(number(pixel.value()))
                .append(',')
                .append(pixel.divergedShare())
                .append('\n');
        if (System.nanoTime() - latestNanos >= MAX_DELAY_NANOS) {
            flush();
        }
    }

    private void flush() {
        try {
            file.append(pending.toString());
        } catch (IOException e) {
            throw AtomicFile.writeError(folder.resolve(PIXELS), e);
        }
        pending.setLength(0);
        latestNanos = System.nanoTime();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /**
     * Replaces {@code map.csv}: the values of the two axes under their keys, {@code outcome}, {@code epochs}, the color
     * value under its name, and, for several seeds, {@code divergedShare}; row by row from the bottom.
     */
    public void write(MapSnapshot snapshot) {
        Path path = folder.resolve("map.csv");
        try (AtomicFile output = AtomicFile.open(path)) {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(output.writer());
            MapColor color = map.color();
            List<String> header = new ArrayList<>(List.of(map.x().key(), map.y().key(), "outcome", "epochs"));
            if (color.hasValue()) {
                header.add(color.fileName());
            }
            if (map.seeds() > 1) {
                header.add("divergedShare");
            }
            csv.writeRecord(header);
            List<String> xValues = map.x().values();
            List<String> yValues = map.y().values();
            for (int row = 0; row < yValues.size(); row++) {
                for (int column = 0; column < xValues.size(); column++) {
                    Pixel pixel = snapshot.pixel(column, row);
                    if (pixel != null) {
                        csv.writeRecord(cells(xValues.get(column), yValues.get(row), pixel));
                    }
                }
            }
            csv.flush();
            output.commit();
        } catch (IOException e) {
            throw AtomicFile.writeError(path, e);
        } catch (UncheckedIOException e) {
            throw AtomicFile.writeError(path, Optional.ofNullable(e.getCause()).orElseThrow());
        }
    }

    private List<String> cells(String x, String y, Pixel pixel) {
        List<String> cells =
                new ArrayList<>(List.of(x, y, pixel.outcome().fileName(), Double.toString(pixel.epochs())));
        if (map.color().hasValue()) {
            cells.add(number(pixel.value()));
        }
        if (map.seeds() > 1) {
            cells.add(Double.toString(pixel.divergedShare()));
        }
        return cells;
    }

    /** Writes the pixels that are not in {@code pixels.csv} yet. */
    @Override
    public synchronized void close() throws IOException {
        try {
            flush();
        } finally {
            file.close();
        }
    }
}
