package hyperlab.map;

import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.SeedRates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The best rates on digits for ten seeds, as {@code hyperlab map … --each-seed} wrote them. */
public final class RecordedBestRates {
    private RecordedBestRates() {}

    public static List<SeedRates> digits() throws IOException {
        Map<Long, List<BestRate>> rates = new TreeMap<>();
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/hyperlab/map/digits_best.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            rates.computeIfAbsent(Long.valueOf(cells[0]), seed -> new ArrayList<>())
                    .add(new BestRate(
                            Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
        }
        return rates.entrySet().stream()
                .map(each -> new SeedRates(each.getKey(), each.getValue()))
                .toList();
    }
}
