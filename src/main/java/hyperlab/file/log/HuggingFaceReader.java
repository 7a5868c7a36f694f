package hyperlab.file.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.log.LogColumn;
import hyperlab.log.LogFormat;
import hyperlab.log.LogTable;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the {@code trainer_state.json} of the Hugging Face Trainer: the objects in {@code log_history}, each with
 * {@code epoch}, {@code step} and metrics. The summary at the end of the training, which has {@code train_runtime}, is
 * no value of a curve and is left out.
 */
final class HuggingFaceReader implements LogReader {
    private static final String HISTORY = "log_history";
    private static final String SUMMARY = "train_runtime";
    private static final int MAX_COLUMNS = 2_000;

    @Override
    public boolean accepts(LogSource source) {
        return source.firstCharacter() == '{';
    }

    @Override
    public boolean recognizes(LogSource beginning) {
        return accepts(beginning)
                && new String(beginning.start(), StandardCharsets.UTF_8).contains("\"" + HISTORY + "\"");
    }

    @Override
    public LogTable read(LogSource source) throws IOException {
        Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
        int rows = 0;
        byte[] json = InputFile.read(source.path(), LogSource.MAX_BYTES);
        try (JsonParser parser = StrictJson.parser(new ByteArrayInputStream(json))) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !findHistory(parser)) {
                throw new InvalidInputException(source.path().toString(), Rule.LOG_NOT_A_TRAINER_STATE);
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Double> entry = entry(parser);
                if (!entry.containsKey(SUMMARY)) {
                    int row = rows++;
                    entry.forEach((key, value) -> {
                        if (columns.containsKey(key) || columns.size() < MAX_COLUMNS) {
                            columns.computeIfAbsent(key, ColumnBuilder::new).add(row, value);
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw StrictJson.toException(e, source.path().toString());
        }
        List<LogColumn> read =
                columns.values().stream().map(ColumnBuilder::toColumn).toList();
        return new LogTable(source.name(), LogFormat.HUGGING_FACE, read, rows, 1, false);
    }

    /** Moves to the history among the keys of the object. */
    private static boolean findHistory(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(HISTORY);
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            if (found) {
                return list;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** The numbers of an object. */
    private static Map<String, Double> entry(JsonParser parser) throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isNumeric()) {
                numbers.put(key, parser.getDoubleValue());
            } else {
                parser.skipChildren();
            }
        }
        return numbers;
    }
}
