package hyperlab.lab.learningrate;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.text.Texts;
import java.util.function.Function;

/**
 * The display names of racers: the rate or the optimizer, depending on what is compared, and any other setting in which the
 * racers differ.
 */
final class RacerLabels {
    private final Texts texts;
    private final DescentRace race;

    RacerLabels(DescentRace race, Texts texts) {
        this.race = race;
        this.texts = texts;
    }

    /** The optimizer's name, which distinguishes momentum and Nesterov from plain gradient descent. */
    String optimizer(Optimizer optimizer) {
        if (optimizer instanceof Sgd sgd && sgd.momentum() > 0) {
            return texts.get(sgd.nesterov() ? "learning-rate.optimizer.nesterov" : "learning-rate.optimizer.momentum");
        }
        return texts.get(LearningRateText.optimizerKey(optimizer));
    }

    /** The name in the list of racers: the rate or the optimizer. */
    String rowLabel(Racer racer) {
        return comparesRates() ? LearningRateText.format(racer.learningRate()) : optimizer(racer.optimizer());
    }

    /** The name next to a racer's marker in the chart. */
    String markerLabel(Racer racer) {
        return comparesRates()
                ? texts.get("learning-rate.racer.rate", LearningRateText.format(racer.learningRate())) + suffix(racer)
                : optimizerLabel(racer);
    }

    /** The short name at the end of a line in the value chart, also used in sentences. */
    String lineEndLabel(Racer racer) {
        if (!comparesRates()) {
            return optimizerLabel(racer);
        }
        String rate = LearningRateText.format(racer.learningRate());
        return racersDifferIn(other -> optimizer(other.optimizer()))
                ? optimizer(racer.optimizer()) + " " + rate + scheduleSuffix(racer)
                : texts.get("learning-rate.racer.rate", rate) + scheduleSuffix(racer);
    }

    /** The name in text that already contains "η =". */
    String rateLabel(Racer racer) {
        String rate = LearningRateText.format(racer.learningRate());
        String otherSettings = (comparesRates() && !racersDifferIn(other -> optimizer(other.optimizer()))
                        ? ""
                        : optimizer(racer.optimizer()))
                + scheduleSuffix(racer);
        return otherSettings.isEmpty() ? rate : texts.get("learning-rate.racer.named", rate, otherSettings.strip());
    }

    private String optimizerLabel(Racer racer) {
        boolean sameRate = race.setup().racers().stream()
                        .filter(other -> optimizer(other.optimizer()).equals(optimizer(racer.optimizer())))
                        .map(Racer::learningRate)
                        .distinct()
                        .count()
                == 1;
        return optimizer(racer.optimizer())
                + (sameRate ? "" : " " + LearningRateText.format(racer.learningRate()))
                + scheduleSuffix(racer);
    }

    private String suffix(Racer racer) {
        return (racersDifferIn(other -> optimizer(other.optimizer())) ? " " + optimizer(racer.optimizer()) : "")
                + scheduleSuffix(racer);
    }

    private String scheduleSuffix(Racer racer) {
        return racersDifferIn(Racer::schedule) && !racer.schedule().equals(Schedule.ConstantRate.DEFAULT)
                ? " " + texts.get("component.schedule." + racer.schedule().name())
                : "";
    }

    private boolean comparesRates() {
        return race.setup().comparedHyperparameter() == ComparedHyperparameter.RATES;
    }

    private boolean racersDifferIn(Function<Racer, ?> setting) {
        return race.setup().racers().stream().map(setting).distinct().count() > 1;
    }
}
