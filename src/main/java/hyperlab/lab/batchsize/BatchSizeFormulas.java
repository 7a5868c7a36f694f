package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSettings;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.GradientNoise;
import hyperlab.ui.control.FormulaView;

/** The lab's formulas in LaTeX, with the numbers of a snapshot filled in. */
final class BatchSizeFormulas {
    /** The gradient of a batch is the mean of its samples' gradients. */
    static final String MEAN = "g_B = \\frac{1}{B} \\sum_{i \\in \\mathcal{B}} \\nabla L_i(w)";

    private BatchSizeFormulas() {}

    /** An epoch split into batches: {@code 150 = 4·32 + 22, ⌈150/32⌉ = 5}. */
    static String epoch(EpochBatches cut) {
        int rest = cut.samples() % cut.batchSize();
        String parts = cut.samples() + " = " + cut.samples() / cut.batchSize() + " \\cdot " + cut.batchSize()
                + (rest == 0 ? "" : " + " + rest);
        String count = cut.dropLast()
                ? "\\lfloor N/B \\rfloor = \\lfloor " + cut.samples() + "/" + cut.batchSize() + " \\rfloor = "
                        + cut.steps()
                : "\\lceil N/B \\rceil = \\lceil " + cut.samples() + "/" + cut.batchSize() + " \\rceil = "
                        + cut.steps();
        return lines(parts, count);
    }

    /** The standard deviation of the gradient of a batch drawn without replacement. */
    static String spread(GradientNoise noise, int batch) {
        return "\\frac{\\sigma}{\\sqrt{B}} \\sqrt{\\frac{N-B}{N-1}} = \\frac{"
                + FormulaView.number(noise.deviationWithReplacement(1))
                + "}{\\sqrt{"
                + batch + "}} \\sqrt{\\frac{" + (noise.samples() - batch) + "}{" + (noise.samples() - 1) + "}} = "
                + FormulaView.number(noise.deviationWithoutReplacement(batch));
    }

    /** The critical batch size. */
    static String critical(GradientNoise noise) {
        return "B_{\\mathrm{crit}} = \\frac{\\mathrm{tr}\\,\\Sigma}{\\|g\\|^2} = \\frac{"
                + FormulaView.number(noise.trace()) + "}{" + FormulaView.number(noise.squaredNorm()) + "} = "
                + FormulaView.number(noise.criticalBatchSize());
    }

    /** The learning rate of the current batch size under linear scaling. */
    static String scaling(BatchSettings training, int batch) {
        return "\\eta_B = \\eta\\,\\frac{B}{B_0} = " + FormulaView.number(training.learningRate()) + " \\cdot \\frac{"
                + batch + "}{" + training.referenceBatchSize() + "} = " + FormulaView.number(training.rateFor(batch));
    }

    private static String lines(String first, String second) {
        return "\\begin{array}{l} " + first + " \\\\ " + second + " \\end{array}";
    }
}
