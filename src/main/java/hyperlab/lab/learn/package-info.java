/**
 * The Learn lab: pages with charts that are computed in the app, links into the other labs, and the glossary. FX thread
 * only.
 */
@NullMarked
package hyperlab.lab.learn;

import org.jspecify.annotations.NullMarked;
