#ifndef HX_PNG_H
#define HX_PNG_H

#include <stdbool.h>
#include <stdint.h>

/** Writes RGBA pixels, bottom row first as OpenGL reads them, as an opaque PNG. False where the file cannot be written. */
bool png_write(const char *path, int32_t width, int32_t height, const uint8_t *rgba);

#endif
