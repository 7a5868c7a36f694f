package hyperlab.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of Kubernetes Jobs fit the program that the workers run. */
class OptunaJobTest {
    private static final Path FOLDER = Path.of("src/cluster");

    private static JsonNode job(String name) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(FOLDER.resolve(name).toFile());
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(each -> names.add(each.get("name").asText()));
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"optuna-job.yaml", "optuna-database-job.yaml"})
    void eachIndexIsAWorker(String name) throws IOException {
        JsonNode job = job(name);
        JsonNode spec = job.get("spec");
        JsonNode pod = spec.at("/template/spec");

        assertEquals("batch/v1", job.get("apiVersion").asText());
        assertEquals("Job", job.get("kind").asText());
        assertEquals("Indexed", spec.get("completionMode").asText());
        assertEquals(spec.get("completions"), spec.get("parallelism"), "all workers run at once");
        assertTrue(spec.has("backoffLimitPerIndex"), "one lost pod does not end the others");
        assertEquals("Never", pod.get("restartPolicy").asText(), "backoffLimitPerIndex needs it");
        assertEquals(names(pod.get("volumes")), names(pod.at("/containers/0/volumeMounts")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"optuna-job.yaml", "optuna-database-job.yaml"})
    void commandHasOptionsOfTheProgram(String name) throws IOException {
        String program = Files.readString(Path.of("assets/code/optuna-study.py"))
                + Files.readString(Path.of("assets/code/optuna-trials.py"));
        JsonNode worker = job(name).at("/spec/template/spec/containers/0");
        int options = 0;
        for (JsonNode word : worker.get("command")) {
            String text = word.asText();
            if (text.startsWith("--")) {
                options++;
                assertTrue(program.contains("add_argument(\"" + text + "\""), text);
            }
            if (text.startsWith("$(")) {
                assertTrue(names(worker.get("env")).contains(text.substring(2, text.length() - 1)), text);
            }
        }
        assertTrue(options >= 2);
    }
}
