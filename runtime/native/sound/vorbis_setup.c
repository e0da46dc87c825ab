#include "vorbis_setup.h"

enum { IDENTIFICATION = 1, SETUP = 5 };

static bool is_header(BitReader *bits, uint8_t type) {
  static const char name[] = "vorbis";
  bool is_same = bits_read(bits, 8) == type;
  for (int i = 0; name[i]; i++) is_same &= bits_read(bits, 8) == (uint8_t)name[i];
  return is_same;
}

bool vorbis_read_identification(VorbisSetup *setup, BitReader packet) {
  BitReader *bits = &packet;
  if (!is_header(bits, IDENTIFICATION) || bits_read(bits, 32) != 0) return false;
  setup->channels = bits_read(bits, 8);
  setup->sample_rate = bits_read(bits, 32);
  for (int bitrate = 0; bitrate < 3; bitrate++) bits_read(bits, 32);
  uint32_t small = bits_read(bits, 4), large = bits_read(bits, 4);
  setup->block_sizes[0] = 1u << small;
  setup->block_sizes[1] = 1u << large;
  if (small < 6 || small > large || large > 13 || !bits_read(bits, 1)) return false;
  return setup->channels >= 1 && setup->channels <= VORBIS_MOST_CHANNELS && setup->sample_rate > 0;
}

static bool read_books(VorbisSetup *setup, BitReader *bits) {
  uint32_t count = bits_read(bits, 8) + 1;
  Codebook *books = vorbis_allocate(&setup->memory, count, sizeof *books);
  if (!books) return false;
  for (uint32_t i = 0; i < count; i++) {
    if (!codebook_read(&books[i], bits, &setup->memory)) return false;
  }
  setup->books = (Books){books, count};
  // A list of transforms that the format has come to do without.
  for (uint32_t left = bits_read(bits, 6) + 1; left > 0; left--) {
    if (bits_read(bits, 16) != 0) return false;
  }
  return true;
}

static bool read_floors(VorbisSetup *setup, BitReader *bits) {
  setup->floor_count = bits_read(bits, 6) + 1;
  Floor *floors = vorbis_allocate(&setup->memory, setup->floor_count, sizeof *floors);
  if (!floors) return false;
  for (uint32_t i = 0; i < setup->floor_count; i++) {
    Floor *floor = &floors[i];
    floor->type = bits_read(bits, 16);
    bool is_read = floor->type == 0   ? floor0_read(&floor->zero, bits, setup->books, setup->block_sizes, &setup->memory)
                   : floor->type == 1 ? floor1_read(&floor->one, bits, setup->books)
                                      : false;
    if (!is_read) return false;
  }
  setup->floors = floors;
  return true;
}

static bool read_residues(VorbisSetup *setup, BitReader *bits) {
  setup->residue_count = bits_read(bits, 6) + 1;
  Residue *residues = vorbis_allocate(&setup->memory, setup->residue_count, sizeof *residues);
  if (!residues) return false;
  for (uint32_t i = 0; i < setup->residue_count; i++) {
    residues[i].type = bits_read(bits, 16);
    if (residues[i].type > 2 || !residue_read(&residues[i], bits, setup->books)) return false;
  }
  setup->residues = residues;
  return true;
}

static bool read_couplings(const VorbisSetup *setup, BitReader *bits, Mapping *mapping) {
  uint32_t channel_bits = bits_of(setup->channels - 1);
  mapping->coupling_count = bits_read(bits, 1) ? bits_read(bits, 8) + 1 : 0;
  for (uint32_t i = 0; i < mapping->coupling_count; i++) {
    uint32_t magnitude = bits_read(bits, channel_bits), angle = bits_read(bits, channel_bits);
    if (magnitude == angle || magnitude >= setup->channels || angle >= setup->channels) return false;
    mapping->couplings[i] = (Coupling){(uint8_t)magnitude, (uint8_t)angle};
  }
  return true;
}

static bool read_mapping(const VorbisSetup *setup, BitReader *bits, Mapping *mapping) {
  if (bits_read(bits, 16) != 0) return false;
  mapping->submap_count = bits_read(bits, 1) ? bits_read(bits, 4) + 1 : 1;
  if (!read_couplings(setup, bits, mapping) || bits_read(bits, 2) != 0) return false;
  for (uint32_t channel = 0; channel < setup->channels && mapping->submap_count > 1; channel++) {
    mapping->submaps[channel] = (uint8_t)bits_read(bits, 4);
    if (mapping->submaps[channel] >= mapping->submap_count) return false;
  }
  for (uint32_t i = 0; i < mapping->submap_count; i++) {
    bits_read(bits, 8);
    mapping->floors[i] = (uint8_t)bits_read(bits, 8);
    mapping->residues[i] = (uint8_t)bits_read(bits, 8);
    if (mapping->floors[i] >= setup->floor_count || mapping->residues[i] >= setup->residue_count) return false;
  }
  return true;
}

static bool read_mappings(VorbisSetup *setup, BitReader *bits) {
  setup->mapping_count = bits_read(bits, 6) + 1;
  Mapping *mappings = vorbis_allocate(&setup->memory, setup->mapping_count, sizeof *mappings);
  if (!mappings) return false;
  for (uint32_t i = 0; i < setup->mapping_count; i++) {
    if (!read_mapping(setup, bits, &mappings[i])) return false;
  }
  setup->mappings = mappings;
  return true;
}

static bool read_modes(VorbisSetup *setup, BitReader *bits) {
  setup->mode_count = bits_read(bits, 6) + 1;
  for (uint32_t i = 0; i < setup->mode_count; i++) {
    Mode *mode = &setup->modes[i];
    mode->block = (uint8_t)bits_read(bits, 1);
    // The only window and the only transform there are.
    if (bits_read(bits, 16) != 0 || bits_read(bits, 16) != 0) return false;
    mode->mapping = (uint8_t)bits_read(bits, 8);
    if (mode->mapping >= setup->mapping_count) return false;
  }
  return true;
}

bool vorbis_read_setup(VorbisSetup *setup, BitReader packet) {
  BitReader *bits = &packet;
  return is_header(bits, SETUP) && read_books(setup, bits) && read_floors(setup, bits) && read_residues(setup, bits) &&
    read_mappings(setup, bits) && read_modes(setup, bits) && bits_read(bits, 1) && !bits->has_ended;
}
