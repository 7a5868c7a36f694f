package hyperlab.batch;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.NoiseSpread;
import hyperlab.descent.Objective;
import hyperlab.descent.Walk;
import hyperlab.train.IncrementalStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Repeats the same noisy descent for several batch sizes to measure how far its end points spread. The error on each
 * gradient has standard deviation S/√B. Run r of every batch size draws its errors from the seed + r, so the first run
 * is the same as that of {@code hyperlab descend} with this seed.
 *
 * @param objective the function to minimize
 * @param walk the descent; its noise sets S, the selected batch size and the seed
 * @param walks the number of descents for each batch size, at least 2
 */
public record NoiseStudy(Objective objective, Walk walk, int walks) implements IncrementalStudy<WalkCloud> {
    /** The batch sizes that the selected one is compared with; each is four times the one before. */
    public static final List<Integer> COMPARED = List.of(1, 4, 16, 64, 256);

    private static final int MOST_ROUNDS = 10;
    /** The minimum number of steps in a round, so that short studies do not evaluate their results too often. */
    private static final long ROUND = 50_000;

    /** The selected batch size first, followed by the others in increasing order. */
    public List<Integer> batches() {
        List<Integer> batches = new ArrayList<>(new TreeSet<>(COMPARED));
        batches.remove(Integer.valueOf(walk.noise().batchSize()));
        batches.add(0, walk.noise().batchSize());
        return batches;
    }

    /** The total number of steps. */
    public long work() {
        return (long) walk.steps() * walks * batches().size();
    }

    @Override
    public void run(PartialResultsListener<WalkCloud> listener, BooleanSupplier cancelled) {
        List<WalkCloud> clouds = new ArrayList<>();
        int batches = batches().size();
        int rounds = (int) Math.min(MOST_ROUNDS, 1 + work() / batches / ROUND);
        boolean normal = NoiseSpread.of(objective, walk).isPresent();
        for (int batch : batches()) {
            int place = clouds.size();
            clouds.add(WalkCloud.none(batch, objective.dimensions(), walk.steps(), normal));
            for (int round = 1; round <= rounds; round++) {
                List<WalkCloud.Kept> more = new ArrayList<>();
                for (int run = clouds.get(place).walks(); run < walks * round / rounds; run++) {
                    if (cancelled.getAsBoolean()) {
                        return;
                    }
                    more.add(clouds.get(place).keep(walk(batch, run)));
                }
                clouds.set(place, clouds.get(place).with(more));
                listener.resultsChanged(List.copyOf(clouds), (place + (double) round / rounds) / batches);
            }
        }
    }

    /** Runs one descent of the study. */
    public DescentPath walk(int batch, int run) {
        Walk.Noise noise =
                new Walk.Noise(walk.noise().deviation(), batch, walk.noise().seed() + run);
        return Descent.walk(objective, walk.withNoise(noise));
    }
}
