package hyperlab.tune;

/**
 * The stored result of one {@link Job}.
 *
 * @param trial from 0
 * @param epochs target number of epochs of the job
 */
public record JournalEntry(int trial, int epochs, JobResult result) {}
