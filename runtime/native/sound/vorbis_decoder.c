#include "vorbis_decoder.h"

bool vorbis_prepare(VorbisDecoder *decoder) {
  VorbisMemory *memory = &decoder->setup.memory;
  uint32_t channels = decoder->setup.channels, longest = decoder->setup.block_sizes[1], lines = longest / 2;
  for (uint32_t block = 0; block < 2; block++) {
    if (!transform_prepare(&decoder->transforms[block], decoder->setup.block_sizes[block], memory)) return false;
  }
  for (uint32_t channel = 0; channel < channels; channel++) {
    decoder->spectra[channel] = vorbis_allocate(memory, lines, sizeof(float));
    decoder->tails[channel] = vorbis_allocate(memory, lines, sizeof(float));
    decoder->output[channel] = vorbis_allocate(memory, lines, sizeof(float));
    if (!decoder->spectra[channel] || !decoder->tails[channel] || !decoder->output[channel]) return false;
  }
  decoder->woven = vorbis_allocate(memory, (size_t)lines * channels, sizeof(float));
  decoder->classes = vorbis_allocate(memory, (size_t)lines * channels, 1);
  decoder->scratch = vorbis_allocate(memory, lines / 2, sizeof(Complex));
  decoder->samples = vorbis_allocate(memory, longest, sizeof(float));
  return decoder->woven && decoder->classes && decoder->scratch && decoder->samples;
}

void vorbis_release_decoder(VorbisDecoder *decoder) {
  vorbis_release(&decoder->setup.memory);
  *decoder = (VorbisDecoder){0};
}

/** Takes what a packet begins with; null for one that has no sound. */
static const Mode *read_mode(const VorbisSetup *setup, BitReader *bits) {
  if (bits_read(bits, 1) != 0) return NULL;
  uint32_t number = bits_read(bits, bits_of(setup->mode_count - 1));
  if (bits->has_ended || number >= setup->mode_count) return NULL;
  // How long the blocks on either side are is what they say themselves.
  if (setup->modes[number].block == 1) bits_read(bits, 2);
  return bits->has_ended ? NULL : &setup->modes[number];
}

int32_t vorbis_block(const VorbisSetup *setup, const uint8_t *packet, size_t size) {
  BitReader bits = {.bytes = packet, .size = size};
  const Mode *mode = read_mode(setup, &bits);
  return mode ? mode->block : -1;
}

uint32_t vorbis_block_frames(const VorbisSetup *setup, int32_t block, uint32_t tail_length) {
  return block < 0 || tail_length == 0 ? 0 : tail_length / 2 + setup->block_sizes[block] / 4;
}

void vorbis_restart(VorbisDecoder *decoder) {
  decoder->tail_length = 0;
}

static bool decode_floor(const VorbisSetup *setup, const Floor *floor, BitReader *bits, FloorValues *values) {
  if (floor->type == 0) return floor0_decode(&floor->zero, bits, setup->books, values);
  return floor1_decode(&floor->one, bits, setup->books, values);
}

/** Residues of the channels of a submap that are to have one, into their spectra. */
static void decode_submap(VorbisDecoder *decoder, const Mapping *mapping, uint32_t submap, BitReader *bits, uint32_t lines, const bool *is_heard) {
  const Residue *residue = &decoder->setup.residues[mapping->residues[submap]];
  float *wanted[VORBIS_MOST_CHANNELS], *all[VORBIS_MOST_CHANNELS];
  uint32_t count = 0, heard = 0;
  for (uint32_t channel = 0; channel < decoder->setup.channels; channel++) {
    if (mapping->submaps[channel] != submap) continue;
    heard += is_heard[channel];
    wanted[count] = is_heard[channel] ? decoder->spectra[channel] : NULL;
    all[count++] = decoder->spectra[channel];
  }
  if (heard == 0) return;
  if (residue->type < 2) {
    residue_decode(residue, bits, decoder->setup.books, wanted, count, lines, decoder->classes);
    return;
  }
  memset(decoder->woven, 0, (size_t)lines * count * sizeof(float));
  residue_decode(residue, bits, decoder->setup.books, &decoder->woven, 1, lines * count, decoder->classes);
  for (uint32_t line = 0; line < lines; line++) {
    for (uint32_t channel = 0; channel < count; channel++) all[channel][line] = decoder->woven[(size_t)line * count + channel];
  }
}

/** Turns a pair back into two channels: the angle says which is larger and by how much. */
static void uncouple(float *magnitudes, float *angles, uint32_t lines) {
  for (uint32_t i = 0; i < lines; i++) {
    float magnitude = magnitudes[i], angle = angles[i];
    float other = magnitude > 0 ? magnitude - (angle > 0 ? angle : -angle) : magnitude + (angle > 0 ? angle : -angle);
    magnitudes[i] = angle > 0 ? magnitude : other;
    angles[i] = angle > 0 ? other : magnitude;
  }
}

/** What a coupled pair has of sound, both of it have. */
static void spread(const Mapping *mapping, bool *is_heard) {
  for (uint32_t i = 0; i < mapping->coupling_count; i++) {
    Coupling pair = mapping->couplings[i];
    if (is_heard[pair.magnitude] || is_heard[pair.angle]) is_heard[pair.magnitude] = is_heard[pair.angle] = true;
  }
}

/** Floors times residues of all channels. */
static void decode_spectra(VorbisDecoder *decoder, const Mode *mode, BitReader *bits, uint32_t lines) {
  const VorbisSetup *setup = &decoder->setup;
  const Mapping *mapping = &setup->mappings[mode->mapping];
  FloorValues floors[VORBIS_MOST_CHANNELS];
  bool has_floor[VORBIS_MOST_CHANNELS], is_heard[VORBIS_MOST_CHANNELS];
  for (uint32_t channel = 0; channel < setup->channels; channel++) {
    const Floor *floor = &setup->floors[mapping->floors[mapping->submaps[channel]]];
    has_floor[channel] = is_heard[channel] = decode_floor(setup, floor, bits, &floors[channel]);
    memset(decoder->spectra[channel], 0, lines * sizeof(float));
  }
  spread(mapping, is_heard);
  for (uint32_t submap = 0; submap < mapping->submap_count; submap++) decode_submap(decoder, mapping, submap, bits, lines, is_heard);
  for (uint32_t i = mapping->coupling_count; i > 0; i--) {
    Coupling pair = mapping->couplings[i - 1];
    uncouple(decoder->spectra[pair.magnitude], decoder->spectra[pair.angle], lines);
  }
  for (uint32_t channel = 0; channel < setup->channels; channel++) {
    const Floor *floor = &setup->floors[mapping->floors[mapping->submaps[channel]]];
    float *spectrum = decoder->spectra[channel];
    if (!has_floor[channel]) memset(spectrum, 0, lines * sizeof(float));
    else if (floor->type == 0) floor0_apply(&floor->zero, &floors[channel], mode->block, spectrum, lines);
    else floor1_apply(&floor->one, &floors[channel], spectrum, lines);
  }
}

/**
 * From the middle of the block before to the middle of this one: they lap over where the shorter one's window falls and rises.
 */
static void overlap(const VorbisDecoder *decoder, uint32_t block, const float *tail, float *output) {
  uint32_t before = decoder->tail_length, half = decoder->setup.block_sizes[block] / 2;
  uint32_t slope_length = before < half ? before : half;
  const float *slope = decoder->transforms[decoder->setup.block_sizes[0] / 2 == slope_length ? 0 : 1].slope;
  uint32_t frames = before / 2 + half / 2, start = before / 2 - slope_length / 2, skipped = half / 2 - slope_length / 2;
  for (uint32_t i = 0; i < frames; i++) {
    if (i < start) {
      output[i] = tail[i];
    } else if (i < start + slope_length) {
      uint32_t k = i - start;
      output[i] = tail[i] * slope[slope_length - 1 - k] + decoder->samples[skipped + k] * slope[k];
    } else {
      output[i] = decoder->samples[skipped + i - start];
    }
  }
}

uint32_t vorbis_decode(VorbisDecoder *decoder, const uint8_t *packet, size_t size) {
  BitReader bits = {.bytes = packet, .size = size};
  const Mode *mode = read_mode(&decoder->setup, &bits);
  if (!mode) return 0;
  uint32_t half = decoder->setup.block_sizes[mode->block] / 2;
  decode_spectra(decoder, mode, &bits, half);
  for (uint32_t channel = 0; channel < decoder->setup.channels; channel++) {
    transform_run(&decoder->transforms[mode->block], decoder->spectra[channel], decoder->scratch, decoder->samples);
    if (decoder->tail_length > 0) overlap(decoder, mode->block, decoder->tails[channel], decoder->output[channel]);
    memcpy(decoder->tails[channel], decoder->samples + half, half * sizeof(float));
  }
  uint32_t frames = vorbis_block_frames(&decoder->setup, mode->block, decoder->tail_length);
  decoder->tail_length = half;
  return frames;
}
