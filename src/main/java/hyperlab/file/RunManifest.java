package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.disk.Checksum;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SHA-256 checksums of a run's files, as {@code outcome.json} lists them under {@code files}. {@code outcome.json}
 * is written last, so that a folder whose files agree with it holds one complete run.
 */
public final class RunManifest {
    static final String OUTCOME_FILE = "outcome.json";
    private static final String KEY = "files";
    private static final int MAX_OUTCOME_BYTES = 1 << 20;

    private RunManifest() {}

    /** Adds the checksums, in hexadecimal by file name, to the tree of {@code outcome.json}. */
    static void put(ObjectNode outcome, Map<String, String> checksums) {
        ObjectNode files = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(checksums).forEach(files::put);
        outcome.set(KEY, files);
    }

    /**
     * Checks that a folder holds one complete run.
     *
     * @return the number of files that belong to the run
     * @throws InvalidInputException if a file is missing or differs from its checksum, or if {@code outcome.json} is
     *     missing, invalid, or has no checksums
     */
    public static int check(Path folder) {
        Path outcomeFile = folder.resolve(OUTCOME_FILE);
        if (!Files.exists(outcomeFile)) {
            throw new InvalidInputException(folder.toString(), Rule.RUN_INCOMPLETE, OUTCOME_FILE);
        }
        JsonNode files = StrictJson.object(InputFile.read(outcomeFile, MAX_OUTCOME_BYTES), outcomeFile.toString())
                .path(KEY);
        if (!files.isObject() || files.isEmpty()) {
            throw new InvalidInputException(outcomeFile.toString(), Rule.RUN_WITHOUT_CHECKSUMS);
        }
        files.properties().forEach(entry -> check(folder, entry.getKey(), entry.getValue()));
        return files.size() + 1;
    }

    private static void check(Path folder, String name, JsonNode checksum) {
        Path file = inside(folder, name);
        if (!Files.exists(file)) {
            throw new InvalidInputException(folder.toString(), Rule.RUN_INCOMPLETE, name);
        }
        if (!checksum.asText().equals(checksum(file))) {
            throw new InvalidInputException(folder.toString(), Rule.RUN_MIXED, name);
        }
    }

    /** A file directly in the folder; the names in {@code outcome.json} must not lead elsewhere. */
    private static Path inside(Path folder, String name) {
        try {
            Path file = Path.of(name);
            if (file.getNameCount() == 1 && !file.isAbsolute() && !name.equals("..") && !name.equals(".")) {
                return folder.resolve(file);
            }
        } catch (InvalidPathException invalid) {
            throw new InvalidInputException(name, Rule.NOT_A_PATH).withCause(invalid);
        }
        throw new InvalidInputException(name, Rule.PLAIN_FILE_NAME);
    }

    private static String checksum(Path file) {
        MessageDigest digest = Checksum.newDigest();
        try (InputStream in = new DigestInputStream(InputFile.stream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw InputFile.readError(file, e);
        }
        return Checksum.hex(digest);
    }
}
