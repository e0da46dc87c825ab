/** What the build puts into a game's executable beside its code; the build writes the definitions. */
#ifndef HX_EMBEDDED_H
#define HX_EMBEDDED_H

#include <stddef.h>
#include <stdint.h>

/** A ship bundle, at a multiple of FPKG_CHUNK_ALIGNMENT. */
extern const uint8_t game_bundle[];
extern const size_t game_bundle_size;
/** What the window is called. */
extern const char game_title[];

#endif
