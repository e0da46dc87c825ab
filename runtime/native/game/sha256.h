#ifndef HX_SHA256_H
#define HX_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_SIZE = 32, SHA256_BLOCK = 64 };

/** SHA-256 (FIPS 180-4) of bytes that come in several parts. */
typedef struct Sha256 {
  uint32_t state[8];
  uint64_t length;
  /** The last, unfinished block. */
  uint8_t block[SHA256_BLOCK];
} Sha256;

Sha256 sha256_start(void);

void sha256_add(Sha256 *sum, const uint8_t *bytes, size_t size);

/** The digest of all that was added; nothing can be added any more. */
void sha256_finish(Sha256 *sum, uint8_t digest[SHA256_SIZE]);

#endif
