/**
 * The report of runs: what is in it, and its forms as PDF, HTML and Markdown. Stateless; a report draws its charts on
 * the thread that writes it.
 */
@NullMarked
package hyperlab.export.report;

import org.jspecify.annotations.NullMarked;
