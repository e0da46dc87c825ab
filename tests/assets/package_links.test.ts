/** Packages that are loaded together were linked against one another, or nothing is loaded. */
import test from "ava";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { encodeTexture, flatTexture } from "#asset_tools/fpkg/texture_blob.ts";
import type { WriteOptions } from "#asset_tools/fpkg/write.ts";
import { bundlePackages } from "#asset_tools/package_link/bundle_packages.ts";
import {
  type CompiledBlob,
  type LinkedPackage,
  linkPackage,
} from "#asset_tools/package_link/link_package.ts";
import { readBundle, readBundles } from "#runtime/assets/read_bundle.ts";
import { CARS_INDEX, CORE_INDEX, carsBlobs, coreBlobs, sampleShader } from "./packages.ts";

const SHIP: WriteOptions = { layout: "ship", codec: "lz4" };

function linkCore(blobs: readonly CompiledBlob[] = coreBlobs()): LinkedPackage {
  return linkPackage(CORE_INDEX, blobs, SHIP).value as LinkedPackage;
}

function linkCars(core: LinkedPackage): LinkedPackage {
  const dependencies = [{ file: "core.tables.fpkg", bytes: core.tables }];
  return linkPackage(CARS_INDEX, carsBlobs(), SHIP, dependencies).value as LinkedPackage;
}

/** Core with another picture of the same shape: nothing that was compiled against it would notice. */
function repaintedCore(): LinkedPackage {
  const data = new Uint8Array(512 * 256 * 4).fill(7);
  const noise = encodeTexture(flatTexture("rgba8", [{ width: 512, height: 256, data }]));
  return linkCore(
    coreBlobs().map((blob) => (blob.id === "Noise" ? { ...blob, bytes: noise } : blob)),
  );
}

const STALE =
  "Package `cars` was linked against another texture `core.Noise` than package `core` has; build both packages again";

test("packages load beside what they were linked against, in any order", (t) => {
  const core = linkCore();
  const cars = linkCars(core);
  const names = (files: readonly Uint8Array[]) =>
    readBundles(files)
      .map(({ name }) => name)
      .sort();
  const all = ["cars.Garage", "cars.Paint", "core.Lit", "core.Noise"];
  t.deepEqual(names([core.file, cars.file]), all);
  t.deepEqual(names([cars.file, core.file]), all);
});

test("a page refuses a package beside a stale dependency", (t) => {
  const cars = linkCars(linkCore());
  t.throws(() => readBundles([repaintedCore().file, cars.file]), { message: STALE });
});

test("a page refuses a package without its dependency, or without an asset of it", (t) => {
  const core = linkCore();
  const cars = linkCars(core);
  t.throws(() => readBundle(cars.file), {
    message: "Package `cars` needs package `core`, which is not loaded; load both together",
  });
  const [, lit] = coreBlobs() as [CompiledBlob, CompiledBlob];
  const index = { ...CORE_INDEX, ids: [{ id: "Lit", kind: "shader" as const }] };
  const smaller = linkPackage(index, [lit], SHIP).value as LinkedPackage;
  t.throws(() => readBundles([smaller.file, cars.file]), {
    message:
      "Package `cars` needs texture `core.Noise`, which package `core` does not have; build both packages again",
  });
});

test("a link names what is missing, and a bundle what is stale", (t) => {
  const messages = (diagnostics: readonly { readonly message: string }[]) =>
    diagnostics.map(({ message }) => message);
  t.deepEqual(messages(linkPackage(CARS_INDEX, carsBlobs(), SHIP).diagnostics), [
    "Package `core` is needed by `cars` but was not given",
  ]);
  const cars = { file: "cars.fpkg", bytes: linkCars(linkCore()).file };
  const repainted = { file: "core.fpkg", bytes: repaintedCore().file };
  t.deepEqual(messages(bundlePackages([repainted, cars], SHIP).diagnostics), [STALE]);
  const other = linkCore(coreBlobs(sampleShader("vec3")));
  t.deepEqual(
    messages(bundlePackages([{ file: "core.fpkg", bytes: other.file }, cars], SHIP).diagnostics),
    [
      "`cars.Paint` was compiled for another version of shader `core.Lit`",
      "Package `cars` was linked against another shader `core.Lit` than package `core` has; build both packages again",
    ],
  );
});

test("relinking a dependant makes it fit again; what it does not use may change", (t) => {
  const core = repaintedCore();
  t.notThrows(() => readBundles([core.file, linkCars(core).file]));
  const more = {
    ...CORE_INDEX,
    ids: [...CORE_INDEX.ids, { id: "Other", kind: "texture" as const }],
  };
  const data = new Uint8Array(64);
  const other = encodeTexture(flatTexture("rgba8", [{ width: 4, height: 4, data }]));
  const blobs = [...coreBlobs(), { id: "Other", bytes: other, file: "Other.blob" }];
  const grown = linkPackage(more, blobs, SHIP).value as LinkedPackage;
  t.notThrows(() => readBundles([grown.file, linkCars(linkCore()).file]));
  t.deepEqual(linkCars(grown).file, linkCars(linkCore()).file);
});

test("a file that Node has read gives plain bytes", (t) => {
  const file = readPackages(Buffer.from(linkCore().file));
  for (const asset of file.assets.values()) t.false(Buffer.isBuffer(file.blob(asset)));
});

test("a bundle's references name the blobs that are in it", (t) => {
  const core = linkCore();
  const files = [core, linkCars(core)].map(({ file }, at) => ({ file: `${at}.fpkg`, bytes: file }));
  const recode = (blob: Uint8Array, type: string): Uint8Array => {
    if (type !== "texture") return blob;
    const other = blob.slice();
    other[other.length - 1] = 1;
    return other;
  };
  const bundle = bundlePackages(files, SHIP, recode).value?.file as Uint8Array;
  t.is(readBundle(bundle).length, 4);
  const { assets } = readPackages(bundle);
  for (const { references } of assets.values())
    for (const { id, digest } of references) t.is(assets.get(id)?.digest, digest);
});
