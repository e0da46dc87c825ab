/**
 * Every reader of files that are not ours, each as the whole action that it is part of: what comes in is a damaged source,
 * what comes out is an asset or diagnostics.
 */
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { discoverPackages } from "#asset_tools/package_xml/discover_packages.ts";
import { makeCorpus } from "#tests/determinism/corpus.ts";
import { type Damage, damageBytes, damageTextWith, repairedBy } from "#tests/fuzz/damage.ts";
import { pieces } from "#tests/fuzz/pieces.ts";
import { encodeRequest } from "#tests/toolchains/worker_client.ts";
import { decodeRequest, MessageReader } from "#toolchains/worker/messages.ts";
import { repairFlacLike, repairOgg, repairPng } from "./checksums.ts";

export interface Reader {
  readonly name: string;
  readonly samples: readonly Uint8Array[];
  readonly damage: Damage;
  /** Whether the bytes were read; throws for anything but an outcome. */
  readonly read: (bytes: Uint8Array) => Promise<boolean>;
}

const { files } = await makeCorpus();

/** Small files of the corpus with this ending. */
function samplesOf(ending: RegExp, largest = 20_000): Uint8Array[] {
  return [...files]
    .filter(([path, bytes]) => ending.test(path) && bytes.length <= largest)
    .map(([, bytes]) => new Uint8Array(bytes));
}

/** A bug's message would have no code. */
function isDiagnostics(output: string): boolean {
  return /^\S+: error [A-Z]{2}\d{4}: /m.test(output);
}

/** The action on one source; `definition` is what package.xml would say of it. */
function actionOn(
  kind: string,
  name: string,
  definition: object,
  ...flags: readonly string[]
): Reader["read"] {
  const fragment = Buffer.from(JSON.stringify({ kind, id: "A", package: "p", ...definition }));
  const args = [kind, "--definition", "A.json", "--source", name, ...flags, "--out", "out"];
  const read = (bytes: Uint8Array) => (path: string) => {
    if (path === name) return bytes;
    return path === "A.json" ? fragment : files.get(`base/${path}`);
  };
  return async (bytes) => {
    const written: Uint8Array[] = [];
    const { exitCode, output } = await runAssetAction(args, {
      read: read(bytes),
      write: (_, blob) => void written.push(blob),
    });
    if (exitCode === 0 && written.length === 1) return true;
    if (exitCode === 1 && written.length === 0 && isDiagnostics(output)) return false;
    throw new Error(`Status ${exitCode}, ${written.length} files, and ${JSON.stringify(output)}`);
  };
}

function texture(ending: string, damage: Damage): Reader {
  const parts = { kind: "flat", source: `a.${ending}` };
  const rest = ending === "ktx2" ? { format: "auto" } : { format: "rgba8" };
  const definition = { parts, ...rest, semantic: "color", mipmaps: true };
  return {
    name: ending,
    samples: samplesOf(new RegExp(`\\.${ending}$`)),
    damage,
    read: actionOn("texture", `a.${ending}`, definition),
  };
}

const MESH = {
  ...{ data: [], node: null, mesh: null, optimize: true, generateTangents: true },
  ...{ quantize: true, compression: "meshopt", lods: [{ ratio: 0.5, error: 0.05 }] },
};

function mesh(name: string, ending: string, samples: RegExp, damage: Damage): Reader {
  const source = `a.${ending}`;
  const read = actionOn("mesh", source, { ...MESH, source });
  return { name, samples: samplesOf(samples, 8000), damage, read };
}

function animation(name: string, ending: string, samples: RegExp, damage: Damage): Reader {
  const source = `a.${ending}`;
  const read = actionOn("animation", source, { source, data: [], clips: [], error: 0.01 });
  return { name, samples: samplesOf(samples, 8000), damage, read };
}

function audio(
  ending: string,
  damage: Damage,
  samples = samplesOf(new RegExp(`\\.${ending}$`)),
): Reader {
  const source = `a.${ending}`;
  const definition = { source, format: "auto", mono: false, sampleRate: null };
  const read = actionOn("audio", source, { ...definition, loop: { kind: "source" } });
  return { name: ending, samples, damage, read };
}

function data(
  name: string,
  format: string,
  samples: readonly Uint8Array[],
  damage: Damage,
): Reader {
  const source = `a.${name}`;
  return { name, samples, damage, read: actionOn("data", source, { source, format }) };
}

const shader: Reader = {
  name: "glsl",
  samples: samplesOf(/(lit|sky)\.glsl$/),
  damage: damageTextWith(pieces.glsl),
  read: actionOn(
    "shader",
    "a.glsl",
    {
      source: "a.glsl",
      includes: ["p:light.glsl"],
      variants: { axes: [{ define: "LIGHTS", values: ["1"] }], sets: [] },
    },
    "--include",
    "p:light.glsl=light.glsl",
  ),
};

/** What the corpus's package may know of the one that it needs. */
const BASE_INDEX = Buffer.from(
  '{"id":"base","version":"1","dependencies":[],"ids":[{"id":"Lit","kind":"shader"}]}',
);

const manifest: Reader = {
  name: "xml",
  samples: samplesOf(/\.xml$/, 100_000),
  damage: damageTextWith(pieces.xml),
  read: async (bytes) => {
    const { value, diagnostics } = discoverPackages([{ file: "p.xml", bytes }]);
    if (value === undefined && diagnostics.length === 0) throw new Error("Neither model nor error");
    const { exitCode, output } = await runAssetAction(
      ["split", "--manifest", "p.xml", "--index", "base.json", "--out-index", "out"],
      { read: (path) => (path === "p.xml" ? bytes : BASE_INDEX), write: () => undefined },
    );
    if (exitCode === 1 && !isDiagnostics(output)) throw new Error(output);
    return exitCode === 0;
  },
};

/** What Bazel writes to a worker; that other programs write is an error that ends it, with a message of ours. */
const messages: Reader = {
  name: "worker_messages",
  samples: [
    encodeRequest({
      arguments: ["texture", "--out", "a"],
      inputs: [{ path: "a.png", digest: "x".repeat(64) }],
      requestId: 3,
      sandboxDir: "__sandbox/1",
    }),
    Buffer.concat([
      encodeRequest({ requestId: 300 }),
      encodeRequest({ requestId: 1, cancel: true }),
    ]),
  ],
  damage: damageBytes,
  read: async (bytes) => {
    try {
      for (const message of new MessageReader().push(bytes)) decodeRequest(message);
      return true;
    } catch (error) {
      if (error instanceof Error && / work request /.test(error.message)) return false;
      throw error;
    }
  },
};

const [flac] = samplesOf(/wasted\.flac$/) as [Uint8Array];

export const readers: readonly Reader[] = [
  manifest,
  texture("png", repairedBy(repairPng)),
  texture("jpg", damageBytes),
  texture("tga", damageBytes),
  texture("ktx2", damageBytes),
  mesh("obj", "obj", /(faces|terrain)\.obj$/, damageTextWith(pieces.obj)),
  mesh("gltf", "gltf", /rich\.gltf$/, damageTextWith(pieces.gltf)),
  mesh("glb", "glb", /rich\.glb$/, damageBytes),
  mesh("glb_meshopt", "glb", /grid_EXT.*\.glb$/, damageBytes),
  mesh("glb_draco", "glb", /grid_KHR.*\.glb$/, damageBytes),
  mesh("fbx_binary", "fbx", /binary_.*\.fbx$/, damageBytes),
  mesh("fbx_ascii", "fbx", /ASCII_.*\.fbx$/, damageTextWith(pieces.fbx)),
  animation("animation_glb", "glb", /rich\.glb$/, damageBytes),
  animation("animation_fbx", "fbx", /(binary|ASCII)_.*\.fbx$/, damageBytes),
  shader,
  audio("wav", damageBytes),
  audio("ogg", repairedBy(repairOgg)),
  audio("flac", repairedBy(repairFlacLike(flac)), [flac]),
  audio("mp3", damageBytes),
  data("json", "json", samplesOf(/rules\.json$/), damageTextWith(pieces.json)),
  data("txt", "text", samplesOf(/words\.txt$/), damageBytes),
  messages,
];
