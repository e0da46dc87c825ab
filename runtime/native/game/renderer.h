/**
 * Draws command streams (docs/render_commands.md) with OpenGL ES 3. The twin of runtime/renderer: the same commands give
 * the same picture.
 */
#ifndef HX_RENDERER_H
#define HX_RENDERER_H

#include <stdbool.h>
#include <stdint.h>

/** Prepares the current context, whose functions are in `gl`. False, with a message on stderr, where it cannot. */
bool renderer_start(void);

/** Draws one picture of the given size. False, with a message on stderr, for a malformed stream or asset. */
bool renderer_execute(const uint32_t *words, uint32_t count, int32_t width, int32_t height);

#endif
