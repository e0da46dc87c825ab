/** Audio blobs, checked; asset_tools/fpkg/audio_blob.ts refuses the same ones. */
#ifndef HX_AUDIO_BLOB_H
#define HX_AUDIO_BLOB_H

#include <stdbool.h>
#include <stdint.h>

#include "../fpkg_format.h"
#include "../game/bundle.h"

typedef struct AudioBlob {
  FpkgAudioHeader header;
  /** 16-bit samples, ADPCM blocks or an Ogg file, where the blob has them. */
  const uint8_t *data;
} AudioBlob;

/** False where the blob is damaged. */
bool audio_blob_read(const BundleAsset *asset, AudioBlob *audio);

#endif
