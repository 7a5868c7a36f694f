package hyperlab.batch;

import hyperlab.descent.Descent;
import hyperlab.descent.DescentPath;
import hyperlab.descent.NoiseSpread;
import hyperlab.descent.Objective;
import hyperlab.descent.Walk;
import hyperlab.train.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * The same noisy walk again and again, for several batch sizes: how far its end scatters. The error on each gradient has
 * standard deviation S/√B, and walk r of every batch size draws its errors from the seed + r, so that the first is the
 * one that {@code hyperlab descend} takes with this seed.
 *
 * @param objective the function that is walked on
 * @param walk of which the noise gives S, the batch size that is looked at, and the seed
 * @param walks for each batch size, at least 2
 */
public record NoiseStudy(Objective objective, Walk walk, int walks) implements Study<WalkCloud> {
    /** What the batch size that is looked at is compared with, each four times the one before. */
    public static final List<Integer> COMPARED = List.of(1, 4, 16, 64, 256);

    private static final int MOST_ROUNDS = 10;
    /** Steps a round at least, so that short studies do not measure what they have again and again. */
    private static final long ROUND = 50_000;

    /** The one that is looked at first, then those it is compared with, from the smallest. */
    public List<Integer> batches() {
        List<Integer> batches = new ArrayList<>(new TreeSet<>(COMPARED));
        batches.remove(Integer.valueOf(walk.noise().batchSize()));
        batches.add(0, walk.noise().batchSize());
        return batches;
    }

    /** How many steps it takes in all. */
    public long work() {
        return (long) walk.steps() * walks * batches().size();
    }

    @Override
    public void run(Listener<WalkCloud> listener, BooleanSupplier cancelled) {
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
                listener.found(List.copyOf(clouds), (place + (double) round / rounds) / batches);
            }
        }
    }

    /** One walk, as the study takes it. */
    public DescentPath walk(int batch, int run) {
        Walk.Noise noise =
                new Walk.Noise(walk.noise().deviation(), batch, walk.noise().seed() + run);
        return Descent.walk(objective, walk.withNoise(noise));
    }
}
