package hyperlab.diagnosis;

/**
 * The problems that can be found in a training run. The most serious ones, and those that cause others, come first.
 * Each is found by one rule, documented here with its threshold and source. Where the source gives no number, the
 * threshold is Hyperlab's own, and the documentation says so.
 */
public enum Problem {
    /**
     * The run has diverged, or its training loss stays above {@value TrainingDoctor#LOSS_INCREASE_FACTOR} times that of
     * epoch 0 throughout the latest quarter and ends above {@link BaselineLoss}. The source recommends a learning rate
     * a few times smaller (Bengio 2012, "Practical recommendations for gradient-based training of deep architectures",
     * section 3.1.1); the factor is Hyperlab's own. Measured: the latest loss; reference: the loss of epoch 0. If that
     * is not finite either, no step was made, and the remedy changes the initial weights or the features instead of the
     * rate.
     */
    DIVERGING("doctor.diverging"),
    /**
     * The widest feature is at least {@value TrainingDoctor#SCALE_RATIO} times as wide as the narrowest, and the
     * features are not standardized (LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", section 4.3; the factor
     * is Hyperlab's own). Measured: {@link FeatureScales#scaleRatio}; reference: the threshold.
     */
    UNLIKE_SCALES("doctor.unlikeScales"),
    /**
     * After at least {@value TrainingDoctor#MIN_EPOCHS} epochs, the training loss has stayed within a share of
     * {@value TrainingDoctor#BASELINE_TOLERANCE} of {@link BaselineLoss}, the lowest loss possible without the
     * features, over the second half of the run (Karpathy 2019, "A recipe for training neural networks": compare with a
     * baseline that sees no input; the share is Hyperlab's own). Measured: the latest training loss; reference:
     * {@link BaselineLoss}.
     */
    FLAT_AT_PRIOR("doctor.flatAtPrior"),
    /**
     * More than a share of {@value TrainingDoctor#DEAD_SHARE} of a layer's units pass no gradient for any sample
     * (Stanford CS231n notes, "Commonly used activation functions": as many as 40 % can be dead if the rate is too
     * high). Measured: the share; reference: the threshold.
     */
    DEAD_UNITS("doctor.deadUnits"),
    /**
     * At least half of the sigmoid or tanh units of a layer are saturated in a share of
     * {@value TrainingDoctor#SATURATED_SHARE} of the samples or more, while the loss is not small (Glorot and Bengio
     * 2010, "Understanding the difficulty of training deep feedforward neural networks", section 3; the shares are
     * Hyperlab's own). Measured: the share of units; reference: one half.
     */
    SATURATED_UNITS("doctor.saturatedUnits"),
    /**
     * The root mean square of ∂loss/∂z in the first layer is below {@value TrainingDoctor#VANISHING_RATIO} times that
     * in the last layer, while the loss is not small (Glorot and Bengio 2010, section 4.2; Pascanu, Mikolov and Bengio
     * 2013; the factor is Hyperlab's own). Measured: the ratio; reference: the threshold.
     */
    VANISHING_GRADIENT("doctor.vanishingGradient"),
    /** The same ratio is above 1/{@value TrainingDoctor#VANISHING_RATIO}. Reference: that threshold. */
    EXPLODING_GRADIENT("doctor.explodingGradient"),
    /**
     * The training loss jumped by more than a fifth in at least a share of {@value TrainingDoctor#JUMP_SHARE} of the
     * epochs in the second half of the run while it was not small, and the batch is smaller than the gradient noise
     * scale (McCandlish et al. 2018, "An empirical model of large-batch training": well below the noise scale, doubling
     * the batch size almost doubles the progress per step; the shares are Hyperlab's own). Measured: the share of
     * epochs; reference: the noise scale in samples.
     */
    NOISY_BATCH("doctor.noisyBatch"),
    /**
     * The training loss falls steadily, but at the rate of the second half of the run it would still be above half of
     * that of epoch 0 at the last requested epoch (Bengio 2012, section 3.1.1, on learning rates that are too small;
     * the shares are Hyperlab's own). Measured: the latest loss; reference: the loss extrapolated linearly to the last
     * requested epoch.
     */
    TOO_SLOW("doctor.tooSlow"),
    /**
     * Even the lowest validation loss of the latest quarter exceeds the lowest of all epochs by more than a share of
     * {@value TrainingDoctor#GENERALIZATION_LOSS}, while the training loss has fallen clearly below its value at that
     * best epoch. This is a variant of criterion GL₅ of Prechelt 1998 ("Early stopping, but when?"). Runs with early
     * stopping are excluded. Measured: the lowest validation loss of the latest quarter; reference: the lowest of all
     * epochs.
     */
    OVERFIT("doctor.overfit"),
    /**
     * After at least half of the requested epochs, the training loss has leveled off above a share of
     * {@value TrainingDoctor#UNDERFIT_SHARE} of {@link BaselineLoss}, and the validation loss is close to the training
     * loss or below it (Goodfellow, Bengio and Courville 2016, "Deep Learning", section 5.2; the share is Hyperlab's
     * own). Measured: the latest training loss; reference: {@link BaselineLoss}.
     */
    UNDERFIT("doctor.underfit");

    private final String key;

    Problem(String key) {
        this.key = key;
    }

    /** The message key. */
    String key() {
        return key;
    }
}
