#include "vorbis_transform.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

static Complex turn(double angle) {
  return (Complex){(float)cos(angle), (float)sin(angle)};
}

static Complex times(Complex a, Complex b) {
  return (Complex){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

bool transform_prepare(Transform *transform, uint32_t size, VorbisMemory *memory) {
  uint32_t half = size / 2, quarter = size / 4;
  Complex *turns = vorbis_allocate(memory, quarter, sizeof *turns), *roots = vorbis_allocate(memory, quarter, sizeof *roots);
  uint16_t *reversed = vorbis_allocate(memory, quarter, sizeof *reversed);
  float *slope = vorbis_allocate(memory, half, sizeof *slope);
  if (!turns || !roots || !reversed || !slope) return false;
  for (uint32_t i = 0; i < quarter; i++) {
    turns[i] = turn(-PI * (8 * i + 1) / (8.0 * half));
    roots[i] = turn(-2 * PI * i / quarter);
    reversed[i] = (uint16_t)(reversed[i / 2] / 2 + (i % 2 ? quarter / 2 : 0));
  }
  for (uint32_t i = 0; i < half; i++) {
    double rise = sin((i + 0.5) / half * PI / 2);
    slope[i] = (float)sin(PI / 2 * rise * rise);
  }
  *transform = (Transform){size, turns, roots, reversed, slope};
  return true;
}

/** The Fourier transform of numbers that stand in reversed order, in place. */
static void fourier(const Complex *roots, uint32_t count, Complex *numbers) {
  for (uint32_t half = 1; half < count; half *= 2) {
    uint32_t stride = count / (2 * half);
    for (uint32_t first = 0; first < count; first += 2 * half) {
      for (uint32_t i = 0; i < half; i++) {
        Complex *low = numbers + first + i, *high = low + half;
        Complex turned = times(*high, roots[(size_t)i * stride]);
        *high = (Complex){low->re - turned.re, low->im - turned.im};
        *low = (Complex){low->re + turned.re, low->im + turned.im};
      }
    }
  }
}

void transform_run(const Transform *transform, const float *spectrum, Complex *scratch, float *samples) {
  uint32_t half = transform->size / 2, quarter = transform->size / 4;
  for (uint32_t i = 0; i < quarter; i++) {
    Complex pair = {spectrum[2 * i], spectrum[half - 1 - 2 * i]};
    scratch[transform->reversed[i]] = times(pair, transform->turns[i]);
  }
  fourier(transform->roots, quarter, scratch);
  // Now a cosine transform of type IV, whose last half begins the block; the rest of it is its mirror images.
  for (uint32_t i = 0; i < quarter; i++) {
    Complex value = times(scratch[i], transform->turns[i]);
    uint32_t even = 2 * i, odd = half - 1 - 2 * i;
    float cosines[2] = {value.re, -value.im};
    uint32_t places[2] = {even, odd};
    for (int k = 0; k < 2; k++) {
      uint32_t place = places[k];
      if (place < quarter) {
        samples[3 * quarter - 1 - place] = -cosines[k];
        samples[3 * quarter + place] = -cosines[k];
      } else {
        samples[place - quarter] = cosines[k];
        samples[3 * quarter - 1 - place] = -cosines[k];
      }
    }
  }
}
