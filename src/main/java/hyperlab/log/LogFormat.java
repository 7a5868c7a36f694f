package hyperlab.log;

/** The formats of training logs. */
public enum LogFormat {
    /** The CSV file of Keras' {@code CSVLogger}: one row per epoch, epochs counted from 0. */
    KERAS("keras"),
    /** The {@code metrics.csv} of Lightning's {@code CSVLogger}: training and validation in rows of their own. */
    LIGHTNING("lightning"),
    /** The {@code trainer_state.json} of the Hugging Face Trainer. */
    HUGGING_FACE("huggingFace"),
    /** TensorBoard event files: TFRecords with a protocol buffer each. */
    TENSORBOARD("tensorBoard"),
    /** A CSV export of Weights &amp; Biases. */
    WANDB("wandb"),
    /** A CSV export of MLflow: one row per value. */
    MLFLOW("mlflow"),
    /** Any other table. */
    CSV("csv");

    private final String fileName;

    LogFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }
}
