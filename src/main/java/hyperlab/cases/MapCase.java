package hyperlab.cases;

import hyperlab.map.MapAxis;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * A case whose question is how the best learning rate depends on the batch size. Maps answer it, one for each seed: the
 * two hyperparameters are their axes, and the best rates of all batch sizes are recorded.
 *
 * @param name used in files and texts, such as {@code rateScaling}
 * @param map the learning rate and the batch size of a network, with the number of seeds
 * @param recordedRates the best rates of each seed, from the seed of the experiment on; empty before they were computed
 */
public record MapCase(String name, MapSpecification map, List<SeedRates> recordedRates) {
    public static final int MIN_SEEDS = 2;

    private static final int MIN_BATCHES = 3;
    private static final String RATE = "training.learningRate";

    public MapCase {
        recordedRates = List.copyOf(recordedRates);
        Case.checkName(name);
        if (!RateScaling.applies(map)) {
            throw new InvalidInputException(
                    "map", Rule.MAP_CASE_AXES, map.x().key(), map.y().key());
        }
        List<String> batches = (map.x().key().equals(RATE) ? map.y() : map.x()).values();
        Checks.wholeWithin("map, number of batch sizes,", batches.size(), MIN_BATCHES, MapAxis.MAX_COUNT);
        for (String batch : batches) {
            if (!batch.matches("\\d+")) {
                throw new InvalidInputException("map, training.batchSize", Rule.WHOLE_AT_LEAST, 1, batch);
            }
        }
        Checks.wholeWithin("map.seeds", map.seeds(), MIN_SEEDS, MapSpecification.MAX_SEEDS);
        if (!recordedRates.isEmpty() && recordedRates.size() != map.seeds()) {
            throw new InvalidInputException("recorded.rates", Rule.RATES_PER_SEED, map.seeds(), recordedRates.size());
        }
    }

    /** The experiment that each pixel trains with its own learning rate and batch size. */
    public Experiment experiment() {
        return ((MapSubject.OfExperiment) map.subject()).experiment();
    }

    /** The axis of the learning rates. */
    public MapAxis rates() {
        return map.x().key().equals(RATE) ? map.x() : map.y();
    }

    /** The axis of the batch sizes. */
    public MapAxis batchSizes() {
        return map.x().key().equals(RATE) ? map.y() : map.x();
    }

    /** The scaling of the best rates of the first seeds; empty for fewer than two. */
    public static Optional<RateScaling> scaling(List<SeedRates> rates, int seeds) {
        int count = Math.min(seeds, rates.size());
        return count < MIN_SEEDS ? Optional.empty() : Optional.of(RateScaling.ofRates(rates.subList(0, count)));
    }

    /** The first seed whose best rates differ from the recorded ones, among the seeds of both; empty if none does. */
    public Optional<SeedRates> firstDifference(List<SeedRates> found) {
        for (int k = 0; k < Math.min(found.size(), recordedRates.size()); k++) {
            if (!found.get(k).equals(recordedRates.get(k))) {
                return Optional.of(found.get(k));
            }
        }
        return Optional.empty();
    }

    /** Returns the same case with another map, for example with file paths relative to another folder. */
    public MapCase withMap(MapSpecification newMap) {
        return new MapCase(name, newMap, recordedRates);
    }

    public MapCase withRecordedRates(List<SeedRates> newRates) {
        return new MapCase(name, map, newRates);
    }
}
