package hyperlab.tune;

import hyperlab.random.RandomStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brackets of successive halving, one after another. In a bracket all members train to the first rung's epochs; then the
 * ⌊n/reduction⌋ best (at least one; of equals the earlier) go on to the next, {@code reduction} times as long, until the
 * last rung has all epochs. Those that have no value never go on.
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
     * A bracket before it begins.
     *
     * @param members how many trials begin
     * @param rungs the epochs of each, ascending
     */
    private record Bracket(int members, List<Integer> rungs) {}

    private HalvingSearcher(SearchSpace space, int reduction, RandomStream stream, Deque<Bracket> brackets) {
        this.space = space;
        this.reduction = reduction;
        this.stream = stream;
        this.waiting = brackets;
    }

    /** One bracket with all trials. */
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
     * With s_max = ⌊log(epochs/minimumEpochs)/log reduction⌋, bracket s = s_max … 0 begins ⌈(s_max + 1)/(s + 1) ·
     * reductionˢ⌉ trials, whose rung k has epochs·reductionᵏ⁻ˢ, rounded; the last bracket has as many members as trials are left.
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
