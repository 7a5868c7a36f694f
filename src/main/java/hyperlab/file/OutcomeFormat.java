package hyperlab.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.nn.Evaluation;
import hyperlab.train.TrainingOutcome;
import org.jspecify.annotations.Nullable;

/** The outcome of a run, {@code outcome.json}, as a JSON tree without the checksums. */
final class OutcomeFormat {
    private OutcomeFormat() {}

    /** @param test the evaluation on the test part; null if there is none */
    static ObjectNode write(TrainingOutcome outcome, @Nullable Evaluation test) {
        ObjectNode node = write(outcome);
        if (test != null) {
            put(node, "testLoss", test.loss());
            if (!Double.isNaN(test.accuracy())) {
                node.put("testAccuracy", test.accuracy());
            }
        }
        return node;
    }

    private static void put(ObjectNode node, String key, double number) {
        if (Double.isFinite(number)) {
            node.put(key, number);
        } else {
            node.put(key, Double.toString(number));
        }
    }

    private static ObjectNode write(TrainingOutcome outcome) {
        return outcome.accept(new TrainingOutcome.Visitor<>() {
            @Override
            public ObjectNode visit(TrainingOutcome.Completed completed) {
                return common("completed", completed).put("early", completed.early());
            }

            @Override
            public ObjectNode visit(TrainingOutcome.Stopped stopped) {
                return common("stopped", stopped);
            }

            @Override
            public ObjectNode visit(TrainingOutcome.Diverged diverged) {
                ObjectNode node = common("diverged", diverged);
                put(node, "loss", diverged.loss());
                return node;
            }
        });
    }

    private static ObjectNode common(String name, TrainingOutcome outcome) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("outcome", name)
                .put("epochs", outcome.epochs())
                .put("bestEpoch", outcome.bestEpoch());
    }
}
