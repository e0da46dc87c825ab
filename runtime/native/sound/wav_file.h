/** A WAV file that grows: floats of 32 bits (format 3), two channels, as the mix has them. */
#ifndef HX_WAV_FILE_H
#define HX_WAV_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct WavFile {
  FILE *file;
  uint64_t frames;
} WavFile;

/** False where the file cannot be written. */
bool wav_open(WavFile *wav, const char *path);

bool wav_add(WavFile *wav, const float *frames, uint32_t count);

/** Writes what the header has to say of the length. */
bool wav_close(WavFile *wav);

#endif
