package hyperlab.diagnosis;

/**
 * What can be the matter with a training, the gravest and the causes of others first. Each is found by one rule, whose
 * threshold and source stand here; where the source names no number, the threshold is Hyperlab's own and says so.
 */
public enum Ailment {
    /**
     * The run has diverged, or its training loss stands above {@value TrainingDoctor#RISEN} times that of epoch 0. The source
     * asks for a rate a few times smaller (Bengio 2012, "Practical recommendations for gradient-based training of deep
     * architectures", section 3.1.1); the factor is Hyperlab's own. Measured: the newest loss; reference: that of epoch 0.
     * Where that is not finite either, no step has been made: it is the start that is mended, not the rate.
     */
    DIVERGING,
    /**
     * The widest feature is at least {@value TrainingDoctor#UNLIKE} times as wide as the narrowest, and they are not
     * standardized (LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", section 4.3; the factor is Hyperlab's own).
     * Measured: {@link FeatureScales#spread}; reference: the threshold.
     */
    UNLIKE_SCALES,
    /**
     * After at least {@value TrainingDoctor#FEWEST_EPOCHS} epochs the training loss has not left the best that can be had
     * without the features by more than {@value TrainingDoctor#AT_PRIOR} of it, over the later half of the run (Karpathy 2019, "A
     * recipe for training neural networks": compare with a baseline that sees no input; the share is Hyperlab's own). Measured:
     * the newest training loss; reference: {@link PriorLoss}.
     */
    FLAT_AT_PRIOR,
    /**
     * More than {@value TrainingDoctor#DEAD} of a layer's units pass no gradient for any sample (Stanford CS231n notes, "Commonly
     * used activation functions": as much as 40 % can be dead if the rate is too high). Measured: the share; reference: the
     * threshold.
     */
    DEAD_UNITS,
    /**
     * At least half of the sigmoid or tanh units of a layer are saturated in {@value TrainingDoctor#SATURATED} of the samples or
     * more, while the loss is not small (Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward
     * neural networks", section 3; the shares are Hyperlab's own). Measured: the share of units; reference: one half.
     */
    SATURATED_UNITS,
    /**
     * The root mean square of ∂loss/∂z in the first layer is below {@value TrainingDoctor#VANISHED} of that in the last, while
     * the loss is not small (Glorot and Bengio 2010, section 4.2; Pascanu, Mikolov and Bengio 2013; the factor is Hyperlab's
     * own). Measured: the quotient; reference: the threshold.
     */
    VANISHING_GRADIENT,
    /** The same above 1/{@value TrainingDoctor#VANISHED}. */
    EXPLODING_GRADIENT,
    /**
     * The training loss leapt up by more than a fifth in at least {@value TrainingDoctor#LEAPS} of the later half's epochs
     * while it was not small, and the batch is smaller than the gradient noise scale (McCandlish et al. 2018, "An empirical
     * model of large-batch training": well below it batches of twice the size make almost twice the progress a step; the shares
     * are Hyperlab's own). Measured: the share of epochs; reference: the noise scale in samples.
     */
    NOISY_BATCH,
    /**
     * The training loss falls evenly, yet at the pace of the later half it would at the last epoch asked for still be above
     * half of that of epoch 0 (Bengio 2012, section 3.1.1, on rates that are too small; the shares are Hyperlab's own).
     * Measured: the newest loss; reference: the loss at that pace when the epochs are used up.
     */
    TOO_SLOW,
    /**
     * Even the lowest validation loss of the latest quarter is more than {@value TrainingDoctor#GENERALIZATION_LOSS} above the
     * lowest of all, while the training loss has fallen below what it was there: the criterion GL₅ of Prechelt 1998 ("Early stopping, but
     * when?"). Not of a run that stops early by itself. Measured: the lowest of the latest quarter; reference: the lowest of all.
     */
    OVERFIT,
    /**
     * When half of the epochs are used up, the training loss rests above {@value TrainingDoctor#UNLEARNED} of the best without the
     * features, the validation loss near it (Goodfellow, Bengio and Courville 2016, "Deep Learning", section 5.2; the share is Hyperlab's own). Measured:
     * the newest training loss; reference: {@link PriorLoss}.
     */
    UNDERFIT
}
