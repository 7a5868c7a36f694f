package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs brackets of successive halving, one after another. In a bracket all members train to the epochs of the first
 * rung. Then the ⌊n/reduction⌋ best (at least one; ties go to the earlier trial) continue to the next rung, and so on
 * until the last rung, which has all epochs. Members without a value never continue.
 */
final class HalvingSearcher implements Searcher {
    private final SearchSpace space;
    private final int reduction;
    private final RandomStream stream;
    private final Deque<Bracket> pendingBrackets;
    private List<Job> rung = List.of();
    private Deque<Integer> rungsLeft = new ArrayDeque<>();
    private int startedTrials;

    /**
     * A bracket that has not started.
     *
     * @param members number of trials at the first rung
     * @param rungs epochs of each rung, ascending
     */
    private record Bracket(int members, List<Integer> rungs) {}

    private HalvingSearcher(SearchSpace space, int reduction, RandomStream stream, Deque<Bracket> brackets) {
        this.space = space;
        this.reduction = reduction;
        this.stream = stream;
        this.pendingBrackets = brackets;
    }

    /** Creates one bracket with all trials. */
    static HalvingSearcher halving(SearchSpace space, SearchMethod.Halving method, int trials, int epochs, long seed) {
        Deque<Bracket> brackets = new ArrayDeque<>();
        List<Integer> rungs = new ArrayList<>();
        for (long rungEpochs = method.minimumEpochs(); rungEpochs < epochs; rungEpochs *= method.reduction()) {
            rungs.add((int) rungEpochs);
        }
        rungs.add(epochs);
        brackets.add(new Bracket(trials, rungs));
        return new HalvingSearcher(space, method.reduction(), RandomStream.named(seed, "search"), brackets);
    }

    /**
     * Creates the brackets of Hyperband. With s_max = ⌊log(epochs/minimumEpochs)/log reduction⌋, bracket s = s_max … 0
     * starts with ⌈(s_max + 1)/(s + 1) · reductionˢ⌉ trials, and its rung k has epochs·reductionᵏ⁻ˢ epochs, rounded.
     * The brackets repeat until no trials are left, so the last one may have fewer members.
     */
    static HalvingSearcher hyperband(
            SearchSpace space, SearchMethod.Hyperband method, int trials, int epochs, long seed) {
        int reduction = method.reduction();
        int maxBracket = 0;
        for (long rungEpochs = (long) method.minimumEpochs() * reduction;
                rungEpochs <= epochs;
                rungEpochs *= reduction) {
            maxBracket++;
        }
        Deque<Bracket> brackets = new ArrayDeque<>();
        int remaining = trials;
        while (remaining > 0) {
            for (int s = maxBracket; s >= 0 && remaining > 0; s--) {
                double power = Math.pow(reduction, s);
                int members = (int) Math.ceil((maxBracket + 1.0) / (s + 1) * power);
                List<Integer> rungs = new ArrayList<>();
                for (int k = s; k >= 0; k--) {
                    rungs.add((int) Math.max(1, Math.rint(epochs / Math.pow(reduction, k))));
                }
                brackets.add(new Bracket(Math.min(remaining, members), rungs));
                remaining -= members;
            }
        }
        return new HalvingSearcher(space, reduction, RandomStream.named(seed, "search"), brackets);
    }

    @Override
    public List<Job> next() {
        if (rung.isEmpty() && !pendingBrackets.isEmpty()) {
            Bracket bracket = pendingBrackets.removeFirst();
            rungsLeft = new ArrayDeque<>(bracket.rungs());
            int epochs = rungsLeft.removeFirst();
            List<Job> jobs = new ArrayList<>();
            for (int member = 0; member < bracket.members(); member++) {
                jobs.add(new Job(startedTrials++, space.draw(stream), epochs));
            }
            rung = jobs;
        }
        return rung;
    }

    @Override
    public void report(List<Job> jobs, double[] costs) {
        if (rungsLeft.isEmpty()) {
            rung = List.of();
            return;
        }
        int survivors = Math.max(1, jobs.size() / reduction);
        int epochs = rungsLeft.removeFirst();
        rung = IntStream.range(0, jobs.size())
                .boxed()
                .filter(i -> costs[i] < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble((Integer i) -> costs[i]))
                .limit(survivors)
                .sorted()
                .map(i -> new Job(jobs.get(i).trial(), jobs.get(i).point(), epochs))
                .toList();
    }
}
