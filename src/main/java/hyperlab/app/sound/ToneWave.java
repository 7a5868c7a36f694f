package hyperlab.app.sound;

/**
 * The samples of a tone whose pitch and loudness glide, so that changes do not click: 16-bit little-endian, mono.
 */
final class ToneWave {
    /** Samples per second. */
    static final int RATE = 22_050;

    private static final double AMPLITUDE = 0.18 * Short.MAX_VALUE;
    /** How much of the way to its target the pitch and the loudness go with each sample. */
    private static final double GLIDE = 0.002;

    private double phase;
    private double frequency;
    private double loudness;

    /**
     * Fills a buffer with the next samples.
     *
     * @param target the frequency in Hz to which the tone glides; 0 to fade out
     */
    void fill(byte[] buffer, double target) {
        if (frequency == 0) {
            frequency = target;
        }
        for (int i = 0; i + 1 < buffer.length; i += 2) {
            loudness += GLIDE * ((target > 0 ? 1 : 0) - loudness);
            if (target > 0) {
                frequency += GLIDE * (target - frequency);
            }
            phase = (phase + frequency / RATE) % 1;
            int sample = (int) Math.round(AMPLITUDE * loudness * Math.sin(2 * Math.PI * phase));
            buffer[i] = (byte) sample;
            buffer[i + 1] = (byte) (sample >> Byte.SIZE);
        }
    }

    /** Whether it has faded out. */
    boolean isSilent() {
        return loudness < 1e-3;
    }
}
