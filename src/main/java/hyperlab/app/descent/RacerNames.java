package hyperlab.app.descent;

import hyperlab.descent.Contest;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.text.Texts;
import java.util.function.Function;

/**
 * The display names of racers: the rate or the optimizer, depending on the contest, and any other setting in which the
 * racers differ.
 */
final class RacerNames {
    private final Texts texts;
    private final Race race;

    RacerNames(Race race, Texts texts) {
        this.race = race;
        this.texts = texts;
    }

    /** The optimizer's name, which distinguishes momentum and Nesterov from plain gradient descent. */
    String optimizer(Optimizer optimizer) {
        if (optimizer instanceof Sgd sgd && sgd.momentum() > 0) {
            return texts.get(sgd.nesterov() ? "rate.optimizer.nesterov" : "rate.optimizer.momentum");
        }
        return texts.get(RateWords.optimizerKey(optimizer));
    }

    /** The name in the list of racers: the rate or the optimizer. */
    String inRow(Racer racer) {
        return isOfRates() ? RateWords.shown(racer.learningRate()) : optimizer(racer.optimizer());
    }

    /** The name next to a racer's marker in the chart. */
    String atBall(Racer racer) {
        return isOfRates()
                ? texts.get("rate.racer.rate", RateWords.shown(racer.learningRate())) + more(racer)
                : byOptimizer(racer);
    }

    /** The short name at the end of a line in the value chart, also used in sentences. */
    String atEnd(Racer racer) {
        if (!isOfRates()) {
            return byOptimizer(racer);
        }
        String rate = RateWords.shown(racer.learningRate());
        return differIn(other -> optimizer(other.optimizer()))
                ? optimizer(racer.optimizer()) + " " + rate + schedule(racer)
                : texts.get("rate.racer.rate", rate) + schedule(racer);
    }

    /** The name in text that already contains "η =". */
    String told(Racer racer) {
        String rate = RateWords.shown(racer.learningRate());
        String others =
                (isOfRates() && !differIn(other -> optimizer(other.optimizer())) ? "" : optimizer(racer.optimizer()))
                        + schedule(racer);
        return others.isEmpty() ? rate : texts.get("rate.racer.named", rate, others.strip());
    }

    private String byOptimizer(Racer racer) {
        boolean alone = race.setup().racers().stream()
                        .filter(other -> optimizer(other.optimizer()).equals(optimizer(racer.optimizer())))
                        .map(Racer::learningRate)
                        .distinct()
                        .count()
                == 1;
        return optimizer(racer.optimizer())
                + (alone ? "" : " " + RateWords.shown(racer.learningRate()))
                + schedule(racer);
    }

    private String more(Racer racer) {
        return (differIn(other -> optimizer(other.optimizer())) ? " " + optimizer(racer.optimizer()) : "")
                + schedule(racer);
    }

    private String schedule(Racer racer) {
        return differIn(Racer::schedule) && !racer.schedule().equals(Schedule.Constant.DEFAULT)
                ? " " + texts.get("rate.schedule.short." + racer.schedule().name())
                : "";
    }

    private boolean isOfRates() {
        return race.setup().contest() == Contest.RATES;
    }

    private boolean differIn(Function<Racer, ?> part) {
        return race.setup().racers().stream().map(part).distinct().count() > 1;
    }
}
