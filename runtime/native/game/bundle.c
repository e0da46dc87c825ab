#include "bundle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../runtime.h"
#include "package_file.h"
#include "package_links.h"

BundleAsset *bundle_assets;
uint32_t bundle_asset_count;

static PackageFile *opened;
static uint32_t opened_count;

/** What is wrong with one asset. */
static const char *asset_problem(PackageText name, const char *text) {
  static char problem[512];
  snprintf(problem, sizeof problem, "%.*s: %s", (int)name.length, (const char *)name.bytes, text);
  return problem;
}

static const char *load_assets(const PackageFile *file) {
  uint32_t chunk = 0;
  for (uint32_t i = 0; i < file->asset_count; i++) {
    const FpkgAssetEntry *entry = &file->assets[i];
    PackageText name = package_text(file, entry->name);
    PackageBlob blob;
    const char *problem = package_blob(file, i, chunk, &blob);
    chunk = package_next_chunk(file, i, chunk);
    if (problem) {
      free(blob.unpacked);
      return asset_problem(name, problem);
    }
    BundleAsset *asset = &bundle_assets[bundle_asset_count];
    *asset = (BundleAsset){
      .type = entry->type,
      .name = name.bytes,
      .name_length = name.length,
      .id = entry->id,
      .bytes = blob.bytes,
      .size = (uint32_t)entry->size,
    };
    int32_t handle = hx_asset_register((int32_t)asset->type, asset->name, asset->name_length, asset->bytes, asset->size);
    if (handle != (int32_t)bundle_asset_count++) return asset_problem(name, "the asset is there twice");
  }
  return NULL;
}

static const char *open_files(const BundleFile *files, uint32_t count) {
  uint64_t asset_count = 0;
  opened = calloc(count + 1u, sizeof *opened);
  if (!opened) return "there is not enough memory";
  for (opened_count = 0; opened_count < count; opened_count++) {
    const char *problem = package_open(files[opened_count].bytes, files[opened_count].size, &opened[opened_count]);
    if (problem) return problem;
    asset_count += opened[opened_count].asset_count;
  }
  bundle_assets = calloc((size_t)asset_count + 1, sizeof *bundle_assets);
  return bundle_assets ? NULL : "there is not enough memory";
}

const char *bundle_load(const BundleFile *files, uint32_t count) {
  const char *problem = open_files(files, count);
  if (!problem) problem = package_check_links(opened, count);
  for (uint32_t i = 0; i < count && !problem; i++) problem = load_assets(&opened[i]);
  return problem;
}

int32_t bundle_find(const uint8_t *id) {
  uint32_t first = 0;
  for (uint32_t i = 0; i < opened_count; i++) {
    uint32_t row = package_find(&opened[i], id);
    if (row != UINT32_MAX) return (int32_t)(first + row);
    first += opened[i].asset_count;
  }
  return -1;
}
