/** Every file of the asset compiler, looked into and turned back: sound ones, and damaged ones. */
import { readFileSync } from "node:fs";
import test from "ava";
import { runAssetCli } from "#asset_tools/cli/asset_cli.ts";
import type { CliResult } from "#asset_tools/cli/cli_result.ts";
import { encodeAnimation } from "#asset_tools/fpkg/animation_blob.ts";
import { encodeScene } from "#asset_tools/fpkg/encode_scene.ts";
import { type LinkedPackage, linkPackage } from "#asset_tools/package_link/link_package.ts";
import { rgbaPng } from "./make_png.ts";
import { makeWav, sine } from "./make_wav.ts";
import { CORE_INDEX, carsBlobs, coreBlobs } from "./packages.ts";
import { ringObj } from "./ring_obj.ts";
import { sampleScene } from "./sample_scene.ts";
import { SAMPLE_SHADER } from "./sample_shader.ts";

/** How many damaged files of each kind; a nightly run asks for more. */
const FUZZ_ROUNDS = 60 * Number(process.env["FUZZ_FACTOR"] ?? "1");

/** Compiles one file by itself. */
async function compiled(name: string, content: Uint8Array, ...more: string[]): Promise<Uint8Array> {
  const files = new Map([[name, content]]);
  const { stderr } = await runAssetCli(["asset", name, "-o", "blob", ...more], {
    read: (path) => files.get(path),
    write: (path, bytes) => void files.set(path, bytes),
  });
  const blob = files.get("blob");
  if (blob === undefined) throw new Error(stderr);
  return blob;
}

const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

const animation = encodeAnimation({
  joints: [
    {
      name: "hip",
      parent: -1,
      translation: [0, 1, 0],
      rotation: [0, 0, 0, 1],
      scale: [1, 1, 1],
      inverseBind: identity,
    },
  ],
  clips: [
    {
      name: "Walk",
      duration: 1,
      error: 0,
      channels: [
        {
          joint: 0,
          path: "translation",
          interpolation: "linear",
          exact: false,
          components: 3,
          times: Float32Array.of(0, 1),
          values: Float32Array.of(0, 1, 0, 2, 1, 0),
        },
      ],
    },
  ],
});

const pixels = Uint8Array.from({ length: 16 * 16 * 4 }, (_, at) => (at * 5) & 255);
const text = (content: string) => new TextEncoder().encode(content);
const linked = (layout: "ship" | "dev") =>
  (linkPackage(CORE_INDEX, coreBlobs(), { layout, codec: "none" }).value as LinkedPackage).file;
const material = carsBlobs().find(
  ({ bytes }) => String.fromCharCode(...bytes.subarray(0, 4)) === "MATL",
);

interface Case {
  readonly kind: string;
  readonly name: string;
  readonly blob: Uint8Array | Promise<Uint8Array>;
  /** What it is exported as, besides JSON. */
  readonly extensions: readonly string[];
}

const cases: readonly Case[] = [
  {
    kind: "texture",
    name: "a texture",
    blob: compiled("a.png", rgbaPng(16, 16, pixels)),
    extensions: ["ktx2", "png"],
  },
  {
    kind: "mesh",
    name: "a mesh",
    blob: compiled("a.obj", text(ringObj(6, "Gold"))),
    extensions: ["glb"],
  },
  {
    kind: "mesh",
    name: "a Draco mesh",
    blob: compiled("a.obj", text(ringObj(6)), "--set", "compression=draco"),
    extensions: ["glb"],
  },
  {
    kind: "shader",
    name: "a shader",
    blob: compiled("a.glsl", text(SAMPLE_SHADER)),
    extensions: [],
  },
  {
    kind: "audio",
    name: "samples",
    blob: compiled("a.wav", makeWav([sine(440, 8000, 400, 0.5)], { sampleRate: 8000, bits: 16 })),
    extensions: ["wav"],
  },
  {
    kind: "audio",
    name: "an Ogg sound",
    blob: compiled("a.ogg", readFileSync("tests/assets/sounds/tone.ogg"), "--set", "format=ogg"),
    extensions: ["wav"],
  },
  {
    kind: "data",
    name: "data",
    blob: compiled("a.json", text('{ "a": [1, 2] }'), "--kind", "data"),
    extensions: [],
  },
  { kind: "animation", name: "an animation", blob: animation, extensions: ["glb"] },
  { kind: "scene", name: "a scene", blob: encodeScene(sampleScene()), extensions: [] },
  {
    kind: "prefab",
    name: "a prefab",
    blob: encodeScene({ ...sampleScene(), kind: "prefab" }),
    extensions: [],
  },
  {
    kind: "material",
    name: "a material",
    blob: material?.bytes ?? new Uint8Array(),
    extensions: [],
  },
  { kind: "package", name: "a package", blob: linked("ship"), extensions: [] },
  { kind: "package", name: "a dev package", blob: linked("dev"), extensions: [] },
];

function run(blob: Uint8Array, ...argv: string[]): Promise<CliResult> {
  return runAssetCli(argv, { read: () => blob, write: () => {} });
}

/** Names in the row of a kind in the table of docs/command_line.md. */
function documented(kind: string): string[] {
  const rows = readFileSync("docs/command_line.md", "utf8").split("### JSON")[1]?.split("\n") ?? [];
  const row = rows.find(
    (line) => line.startsWith("|") && line.split("|")[1]?.includes(`\`${kind}\``),
  );
  return [...(row ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
}

for (const { kind, name, blob, extensions } of cases) {
  test(`${name} has the fields that the document lists`, async (t) => {
    const { stdout, stderr } = await run(await blob, "inspect", "file", "--json");
    t.is(stderr, "");
    const { kind: found, bytes, ...rest } = JSON.parse(stdout);
    t.is(found, kind);
    t.is(bytes, (await blob).length);
    const known = documented(kind);
    const names = [rest, ...Object.values(rest).flat()].flatMap((part) =>
      typeof part === "object" && part !== null && !Array.isArray(part) ? Object.keys(part) : [],
    );
    const nested = ["bounds", "sphere"].flatMap((field) => Object.keys(rest[field] ?? {}));
    t.deepEqual(
      names.filter((field) => !known.includes(field) && !nested.includes(field)),
      [],
    );
    const people = await run(await blob, "inspect", "file");
    t.true(people.stdout.startsWith(`kind: ${kind}\nbytes: ${bytes}\n`));
  });

  test(`${name} that is damaged gives one message`, async (t) => {
    const whole = await blob;
    let state = whole.length;
    const random = (limit: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 8) % limit;
    };
    let refused = 0;
    for (let round = 0; round < FUZZ_ROUNDS; round++) {
      const bytes = Uint8Array.from(whole);
      for (let edits = 1 + random(3); edits > 0; edits--) {
        const at = 4 + random(random(2) === 0 ? Math.min(300, bytes.length - 4) : bytes.length - 4);
        bytes[at] = random(256);
      }
      const cut = random(8) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
      const commands = [
        ["inspect", "file"],
        ...[...extensions, "json"].map((extension) => ["export", "file", "-o", `out.${extension}`]),
      ];
      for (const command of commands) {
        const { exitCode, stderr } = await run(cut, ...command);
        if (exitCode === 0) continue;
        refused++;
        t.regex(stderr, /^file: error FP1\d\d\d: [^\n]+\n\n$/);
      }
    }
    t.true(refused > 0);
  });
}
