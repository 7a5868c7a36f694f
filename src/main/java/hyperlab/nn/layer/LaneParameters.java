package hyperlab.nn.layer;

/**
 * One array of trainable parameters of many networks side by side, as {@link ParameterBlock} is of one. The arrays are
 * parameters × lanes.
 *
 * @param values an optimizer modifies them in place
 * @param gradient of each network's mean loss over the batch, without the penalty
 * @param isWeight whether the penalty applies
 */
public record LaneParameters(double[][] values, double[][] gradient, boolean isWeight) {
    LaneParameters(int length, int lanes, boolean isWeight) {
        this(new double[length][lanes], new double[length][lanes], isWeight);
    }

    /** Sets the parameters of one network. */
    public void load(int lane, double[] parameters) {
        for (int i = 0; i < values.length; i++) {
            values[i][lane] = parameters[i];
        }
    }

    /** Copies the parameters of one network. */
    public void store(int lane, double[] parameters) {
        for (int i = 0; i < values.length; i++) {
            parameters[i] = values[i][lane];
        }
    }

    /** Replaces the parameters of the network in lane {@code to} by those of lane {@code from}. */
    public void move(int from, int to) {
        for (double[] value : values) {
            value[to] = value[from];
        }
    }
}
