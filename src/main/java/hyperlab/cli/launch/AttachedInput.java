package hyperlab.cli.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Watches the input of a process that trains a trial. The program that started it greets it and keeps the input open,
 * so that its end shows the end of that program, even if it was killed. A launcher that passes no input on sends no
 * greeting; then the end of the input says nothing.
 */
final class AttachedInput {
    static final String GREETING = "hyperlab\n";

    private volatile boolean ended;

    /** Starts to watch, on a thread that does not keep the program alive. */
    static AttachedInput watch(InputStream in) {
        AttachedInput watched = new AttachedInput();
        Thread thread = new Thread(() -> watched.read(in), "attached-input");
        thread.setDaemon(true);
        thread.start();
        return watched;
    }

    /** Returns when the input ends. */
    void read(InputStream in) {
        boolean greeted = false;
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line = reader.readLine();
            greeted = line != null && line.equals(GREETING.strip());
            while (line != null) {
                line = reader.readLine();
            }
            ended = greeted;
        } catch (IOException broken) {
            ended = greeted;
        }
    }

    /** Whether the program that started this process has ended. */
    boolean hasEnded() {
        return ended;
    }
}
