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
    private final Deque<Bracket> waiting;
    private List<Job> rung = List.of();
    private Deque<Integer> rungsLeft = new ArrayDeque<>();
    private int begun;

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
        this.waiting = brackets;
    }

    /** Creates one bracket with all trials. */
    static HalvingSearcher halving(SearchSpace space, Method.Halving method, int trials, int epochs, long seed) {
        Deque<Bracket> brackets = new ArrayDeque<>();
        List<Integer> rungs = new ArrayList<>();
        for (long reach = method.minimumEpochs(); reach < epochs; reach *= method.reduction()) {
            rungs.add((int) reach);
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
    static HalvingSearcher hyperband(SearchSpace space, Method.Hyperband method, int trials, int epochs, long seed) {
        int reduction = method.reduction();
        int deepest = 0;
        for (long reach = (long) method.minimumEpochs() * reduction; reach <= epochs; reach *= reduction) {
            deepest++;
        }
        Deque<Bracket> brackets = new ArrayDeque<>();
        int left = trials;
        while (left > 0) {
            for (int s = deepest; s >= 0 && left > 0; s--) {
                double power = Math.pow(reduction, s);
                int members = (int) Math.ceil((deepest + 1.0) / (s + 1) * power);
                List<Integer> rungs = new ArrayList<>();
                for (int k = s; k >= 0; k--) {
                    rungs.add((int) Math.max(1, Math.rint(epochs / Math.pow(reduction, k))));
                }
                brackets.add(new Bracket(Math.min(left, members), rungs));
                left -= members;
            }
        }
        return new HalvingSearcher(space, reduction, RandomStream.named(seed, "search"), brackets);
    }

    @Override
    public List<Job> next() {
        if (rung.isEmpty() && !waiting.isEmpty()) {
            Bracket bracket = waiting.removeFirst();
            rungsLeft = new ArrayDeque<>(bracket.rungs());
            int epochs = rungsLeft.removeFirst();
            List<Job> jobs = new ArrayList<>();
            for (int member = 0; member < bracket.members(); member++) {
                jobs.add(new Job(begun++, space.draw(stream), epochs));
            }
            rung = jobs;
        }
        return rung;
    }

    @Override
    public void tell(List<Job> jobs, double[] costs) {
        if (rungsLeft.isEmpty()) {
            rung = List.of();
            return;
        }
        int kept = Math.max(1, jobs.size() / reduction);
        int epochs = rungsLeft.removeFirst();
        rung = IntStream.range(0, jobs.size())
                .boxed()
                .filter(i -> costs[i] < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble((Integer i) -> costs[i]))
                .limit(kept)
                .sorted()
                .map(i -> new Job(jobs.get(i).trial(), jobs.get(i).point(), epochs))
                .toList();
    }
}
