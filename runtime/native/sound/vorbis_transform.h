/** From spectra to samples: the inverse modified cosine transform, and the slopes at which blocks overlap. */
#ifndef HX_VORBIS_TRANSFORM_H
#define HX_VORBIS_TRANSFORM_H

#include <stdbool.h>
#include <stdint.h>

#include "vorbis_memory.h"

typedef struct Complex {
  float re, im;
} Complex;

/** Tables for blocks of one size. */
typedef struct Transform {
  /** Samples of a block; half as many lines of its spectrum. */
  uint32_t size;
  /** A turn before and after the Fourier transform of a quarter of the size, and those within it. */
  const Complex *turns, *roots;
  const uint16_t *reversed;
  /** The rising half of the window, half a block. */
  const float *slope;
} Transform;

/** For a size that is a power of two from 64 to 8192. False where there is not enough memory. */
bool transform_prepare(Transform *transform, uint32_t size, VorbisMemory *memory);

/**
 * Writes a block's samples, without window. `scratch` has room for a quarter of the size. With n samples and X the spectrum, sample i is the sum
 * of X[k] cos(2 pi / n (i + 1/2 + n/4) (k + 1/2)).
 */
void transform_run(const Transform *transform, const float *spectrum, Complex *scratch, float *samples);

#endif
