#include "wav_file.h"

#include "mixer_voice.h"

enum { FLOAT_FORMAT = 3, FRAME_SIZE = MIX_CHANNELS * sizeof(float) };

typedef struct WavHeader {
  char riff[4];
  uint32_t riff_size;
  char wave[4], format_chunk[4];
  uint32_t format_size;
  uint16_t format, channels;
  uint32_t rate, bytes_a_second;
  uint16_t frame_size, sample_bits;
  char data_chunk[4];
  uint32_t data_size;
} WavHeader;
_Static_assert(sizeof(WavHeader) == 44, "WavHeader has hidden padding");

static bool write_header(const WavFile *wav) {
  uint64_t size = wav->frames * FRAME_SIZE, most = UINT32_MAX - sizeof(WavHeader);
  // Longer than the format can say: players read to the end of the file.
  uint32_t data_size = (uint32_t)(size < most ? size : most);
  WavHeader header = {
    .riff = {'R', 'I', 'F', 'F'},
    .riff_size = data_size + sizeof header - 8,
    .wave = {'W', 'A', 'V', 'E'},
    .format_chunk = {'f', 'm', 't', ' '},
    .format_size = 16,
    .format = FLOAT_FORMAT,
    .channels = MIX_CHANNELS,
    .rate = MIX_RATE,
    .bytes_a_second = MIX_RATE * FRAME_SIZE,
    .frame_size = FRAME_SIZE,
    .sample_bits = 32,
    .data_chunk = {'d', 'a', 't', 'a'},
    .data_size = data_size,
  };
  return fwrite(&header, sizeof header, 1, wav->file) == 1;
}

bool wav_open(WavFile *wav, const char *path) {
  *wav = (WavFile){fopen(path, "wb"), 0};
  return wav->file && write_header(wav);
}

bool wav_add(WavFile *wav, const float *frames, uint32_t count) {
  wav->frames += count;
  return fwrite(frames, FRAME_SIZE, count, wav->file) == count;
}

bool wav_close(WavFile *wav) {
  bool is_written = fseek(wav->file, 0, SEEK_SET) == 0 && write_header(wav);
  return fclose(wav->file) == 0 && is_written;
}
