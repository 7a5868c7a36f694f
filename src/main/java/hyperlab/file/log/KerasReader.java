package hyperlab.file.log;

import hyperlab.log.LogFormat;

/**
 * Reads the file of Keras' {@code CSVLogger}: {@code epoch,accuracy,loss,val_accuracy,val_loss}, one row per epoch from
 * epoch 0 on. TensorFlow.js calls the same quantities {@code acc} and {@code val_acc}.
 */
final class KerasReader extends CsvLogReader {
    KerasReader() {
        super(LogFormat.KERAS);
    }

    @Override
    boolean accepts(LogSource.Table table) {
        return table.header().get(0).equals("epoch") && has(table, "loss") && !has(table, "step") && !isSparse(table);
    }
}
