/** The packets of an Ogg file in memory, page after page (RFC 3533). */
#ifndef HX_OGG_PACKETS_H
#define HX_OGG_PACKETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct OggPackets {
  const uint8_t *bytes;
  size_t size;
  /** Where the next page begins. */
  size_t next_page;
  /** What is left of this page: lengths of segments, and the segments. */
  const uint8_t *lengths;
  uint32_t length_count;
  const uint8_t *segments;
  /** This page, until its checksum has been compared. */
  size_t unchecked_page;
  /** A packet's parts from several pages. */
  uint8_t *joined;
  size_t joined_size, joined_capacity;
} OggPackets;

typedef struct OggPacket {
  const uint8_t *bytes;
  size_t size;
} OggPacket;

OggPackets ogg_open(const uint8_t *bytes, size_t size);

/**
 * The next packet, which holds until the one after. False at the end of the file, and where a page is damaged. One that is not to be read
 * may be cut at the end of its first page, and no checksums are compared for it.
 */
bool ogg_next(OggPackets *ogg, bool is_read, OggPacket *packet);

/** Goes back to a place that `ogg_place` gave: a copy of an OggPackets is one, but for the memory that it owns. */
void ogg_rewind(OggPackets *ogg, const OggPackets *place);

void ogg_close(OggPackets *ogg);

#endif
