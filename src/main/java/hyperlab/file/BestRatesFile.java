package hyperlab.file;

import hyperlab.file.disk.AtomicFile;
import hyperlab.map.MapColor;
import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.SeedRates;
import java.nio.file.Path;
import java.util.List;

/**
 * The best learning rates of several maps of the rate and the batch size: {@code seed}, both dotted keys, and the color
 * value under its name.
 */
public final class BestRatesFile {
    private BestRatesFile() {}

    /** Replaces the file as a whole. */
    public static void write(Path path, List<SeedRates> seeds, MapColor color) {
        StringBuilder text = new StringBuilder("seed,training.batchSize,training.learningRate,")
                .append(color.fileName())
                .append('\n');
        for (SeedRates each : seeds) {
            for (BestRate rate : each.rates()) {
                text.append(each.seed())
                        .append(',')
                        .append(rate.batchSize())
                        .append(',')
                        .append(rate.rate())
                        .append(',')
                        .append(rate.value())
                        .append('\n');
            }
        }
        AtomicFile.write(path, text.toString());
    }
}
