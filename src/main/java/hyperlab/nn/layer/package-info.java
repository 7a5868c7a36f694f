/**
 * Layers with their forward and backward passes, their weights, and how weights are initialized. Depends on
 * {@code kernel}. A layer is confined to one thread at a time.
 */
@NullMarked
package hyperlab.nn.layer;

import org.jspecify.annotations.NullMarked;
