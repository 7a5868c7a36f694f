package hyperlab.tune;

/**
 * What became of one {@link Job}, as it is kept.
 *
 * @param trial from 0
 * @param epochs that it was to reach
 */
public record Found(int trial, int epochs, Result result) {}
