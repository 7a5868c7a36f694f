package hyperlab.lesson.readout;

import hyperlab.lesson.expression.ReadoutNames;
import hyperlab.lesson.expression.ReadoutNames.Kind;
import hyperlab.lesson.expression.ReadoutNames.Readout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The names of the readouts of each lab. This is the one place where they are listed: expressions are parsed with them,
 * {@code hyperlab lesson names LAB} prints them, and both the computed and the live readouts supply them.
 */
public final class LabReadouts {
    private static final Map<LessonLab, ReadoutNames> NAMES = Map.of(
            LessonLab.LEARNING_RATE,
            names(
                    LessonLab.LEARNING_RATE,
                    of(Kind.SERIES, "f", "x", "y", "gradient", "distance", "rate"),
                    of(Kind.NUMBER, "step", "steps", "learningRate", "curvature", "factor", "lowestMinimum"),
                    of(Kind.FUNCTION, "stepsTo"),
                    of(Kind.FLAG, "diverged", "finished")),
            LessonLab.BATCH_SIZE,
            names(
                    LessonLab.BATCH_SIZE,
                    of(Kind.SERIES, "loss", "w1", "w2"),
                    of(
                            Kind.NUMBER,
                            "step",
                            "steps",
                            "batchSize",
                            "learningRate",
                            "samples",
                            "stepsPerEpoch",
                            "lastBatch"),
                    ofStart(Kind.NUMBER, "sampleNoise", "gradientNorm", "criticalBatchSize"),
                    ofStart(Kind.FUNCTION, "noise", "noiseWithReplacement"),
                    of(Kind.FUNCTION, "escaped"),
                    of(Kind.FLAG, "diverged", "finished")),
            LessonLab.MAP,
            names(
                    LessonLab.MAP,
                    of(
                            Kind.NUMBER,
                            "columns",
                            "rows",
                            "runs",
                            "seeds",
                            "xLow",
                            "xHigh",
                            "yLow",
                            "yHigh",
                            "divergedShare",
                            "oscillatingShare"),
                    of(Kind.FUNCTION, "limit", "bestRate", "bestX", "bestY"),
                    of(Kind.FLAG, "finished")),
            LessonLab.TRAINING,
            names(
                    LessonLab.TRAINING,
                    of(
                            Kind.SERIES,
                            "trainLoss",
                            "validationLoss",
                            "trainAccuracy",
                            "validationAccuracy",
                            "accuracy",
                            "rate"),
                    of(
                            Kind.NUMBER,
                            "epoch",
                            "epochs",
                            "step",
                            "bestEpoch",
                            "parameters",
                            "hiddenUnits",
                            "trainRows",
                            "validationRows",
                            "testLoss",
                            "testAccuracy",
                            "deadUnits",
                            "saturatedShare",
                            "weightNorm",
                            "weight"),
                    of(Kind.FUNCTION, "l1Weight", "l2Weight", "l1Features", "memberLoss"),
                    of(Kind.FLAG, "diverged", "finished", "stoppedEarly")),
            LessonLab.ACTIVATION,
            names(
                    LessonLab.ACTIVATION,
                    of(Kind.SERIES, "forward", "backward"),
                    of(Kind.NUMBER, "layers", "gradientRatio", "gradientFactor"),
                    of(Kind.FUNCTION, "value", "slope")),
            LessonLab.CONVOLUTION,
            names(
                    LessonLab.CONVOLUTION,
                    of(Kind.SERIES, "response"),
                    of(
                            Kind.NUMBER,
                            "inputSide",
                            "outputSide",
                            "outputWidth",
                            "pooledSide",
                            "positions",
                            "unreadPixels",
                            "maxResponse",
                            "maxPooled",
                            "parameters",
                            "multiplyAdds")),
            LessonLab.TUNING,
            names(
                    LessonLab.TUNING,
                    of(Kind.SERIES, "value", "best"),
                    of(
                            Kind.NUMBER,
                            "trials",
                            "epochsUsed",
                            "fullEpochs",
                            "completed",
                            "pruned",
                            "diverged",
                            "bestTrial",
                            "distinct"),
                    of(Kind.FLAG, "finished")),
            LessonLab.CASES,
            names(
                    LessonLab.CASES,
                    of(Kind.SERIES, "beforeScore", "afterScore"),
                    of(Kind.NUMBER, "before", "after", "linear", "changedAlone", "setBackAlone", "wins", "seeds")));

    private LabReadouts() {}

    private static Stream<Readout> of(Kind kind, String... names) {
        return Arrays.stream(names).map(name -> new Readout(name, kind));
    }

    private static Stream<Readout> ofStart(Kind kind, String... names) {
        return Arrays.stream(names).map(name -> new Readout(name, kind, true));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the streams are only read
    private static ReadoutNames names(LessonLab lab, Stream<Readout>... readouts) {
        List<Readout> all = Stream.of(readouts).flatMap(each -> each).toList();
        return new ReadoutNames(lab.id(), all);
    }

    /** The readouts of a lab. */
    public static ReadoutNames of(LessonLab lab) {
        return Objects.requireNonNull(NAMES.get(lab));
    }
}
