#include "package_links.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static char problem[512];

static const char *type_name(uint32_t type) {
  static const char *const names[] = {
    [FPKG_ASSET_TYPE_TEXTURE] = "texture",
    [FPKG_ASSET_TYPE_MESH] = "mesh",
    [FPKG_ASSET_TYPE_SHADER] = "shader",
    [FPKG_ASSET_TYPE_MATERIAL] = "material",
    [FPKG_ASSET_TYPE_SCENE] = "scene",
    [FPKG_ASSET_TYPE_AUDIO] = "audio",
    [FPKG_ASSET_TYPE_PREFAB] = "prefab",
    [FPKG_ASSET_TYPE_ANIMATION] = "animation",
    [FPKG_ASSET_TYPE_DATA] = "data",
  };
  return type < sizeof names / sizeof *names && names[type] ? names[type] : "asset";
}

static bool is_same(PackageText a, PackageText b) {
  return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

static bool has_package(const PackageFile *files, uint32_t count, PackageText name) {
  for (uint32_t i = 0; i < count; i++) {
    for (uint32_t row = 0; row < files[i].package_count; row++) {
      if (is_same(package_text(&files[i], files[i].packages[row].name), name)) return true;
    }
  }
  return false;
}

/** What is before the point of `package.Name`. */
static PackageText package_of(PackageText name) {
  const uint8_t *point = memchr(name.bytes, '.', name.length);
  return (PackageText){name.bytes, point ? (uint32_t)(point - name.bytes) : 0};
}

static const char *missing_package(PackageText user, PackageText name) {
  snprintf(problem, sizeof problem, "Package `%.*s` needs package `%.*s`, which is not loaded; load both together",
    (int)user.length, (const char *)user.bytes, (int)name.length, (const char *)name.bytes);
  return problem;
}

static const char *check_packages(const PackageFile *files, uint32_t count, const PackageFile *file) {
  for (uint32_t i = 0; i < file->package_count; i++) {
    const FpkgPackageEntry *package = &file->packages[i];
    for (uint32_t k = 0; k < package->dependency_count; k++) {
      PackageText name = package_text(file, file->dependencies[package->first_dependency + k].name);
      if (!has_package(files, count, name)) return missing_package(package_text(file, package->name), name);
    }
  }
  return NULL;
}

static const FpkgAssetEntry *find_asset(const PackageFile *files, uint32_t count, const uint8_t *id) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t row = package_find(&files[i], id);
    if (row != UINT32_MAX) return &files[i].assets[row];
  }
  return NULL;
}

static const char *check_reference(const PackageFile *files, uint32_t count, const PackageFile *file, const FpkgAssetEntry *asset, const FpkgReferenceEntry *reference) {
  PackageText user = package_text(file, file->packages[asset->package].name);
  PackageText name = package_text(file, reference->name), package = package_of(name);
  if (!is_same(package, user) && !has_package(files, count, package)) return missing_package(user, package);
  const FpkgAssetEntry *found = find_asset(files, count, reference->id);
  if (found && memcmp(found->digest, reference->digest, sizeof found->digest) == 0) return NULL;
  const char *text = found
    ? "Package `%.*s` was linked against another %s `%.*s` than package `%.*s` has; build both packages again"
    : "Package `%.*s` needs %s `%.*s`, which package `%.*s` does not have; build both packages again";
  snprintf(problem, sizeof problem, text, (int)user.length, (const char *)user.bytes, type_name(reference->type),
    (int)name.length, (const char *)name.bytes, (int)package.length, (const char *)package.bytes);
  return problem;
}

static const char *check_assets(const PackageFile *files, uint32_t count, const PackageFile *file) {
  for (uint32_t i = 0; i < file->asset_count; i++) {
    const FpkgAssetEntry *asset = &file->assets[i];
    for (uint32_t k = 0; k < asset->reference_count; k++) {
      const char *text = check_reference(files, count, file, asset, &file->references[asset->first_reference + k]);
      if (text) return text;
    }
  }
  return NULL;
}

const char *package_check_links(const PackageFile *files, uint32_t count) {
  const char *text = NULL;
  for (uint32_t i = 0; i < count && !text; i++) text = check_packages(files, count, &files[i]);
  for (uint32_t i = 0; i < count && !text; i++) text = check_assets(files, count, &files[i]);
  return text;
}
