/**
 * One action of the asset compiler: a command line and a way to read and write files in, files and text out. Bazel's
 * worker and the dev loop both call it, so both get the same bytes.
 *
 *   texture  --source FILE       --definition FRAGMENT --out FILE [--platform bc|etc2|astc|rgba8] [--quality dev|ship]
 *   mesh     --source FILE.obj  --definition FRAGMENT --out FILE
 *   shader   --source FILE.glsl --definition FRAGMENT --out FILE
 *   material --definition FRAGMENT --shader BLOB --out FILE [--manifest package.xml]
 *   scene    --definition FRAGMENT --out FILE [--behaviors LIST] [--manifest package.xml]
 *   split    --manifest package.xml --out-index FILE [--index INDEX]... [--out ID=FILE]...
 *   link     --index INDEX [--blob FILE | --blob ID=FILE]... --out FILE
 *            [--layout ship|dev] [--blobs FOLDER] [--codec none|lz4]
 *   bundle   [--package FILE.fpkg]... --out FILE [--codec none|lz4]
 *
 * For all: --manifest-name NAME (path of package.xml in messages), --diagnostics pretty|json.
 * A fragment has no positions: errors in it name the element, and also line and column when --manifest is given, which
 * is read only then; --unused-inputs FILE lists it otherwise, for Bazel. LIST has one class path a line.
 */
import { parseArgs } from "node:util";
import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Outcome,
  wholeFile,
} from "./document/diagnostic.ts";
import { renderDiagnostics, renderJson } from "./document/render.ts";
import { ChunkCodec, Layout } from "./fpkg/format.ts";
import { compileMaterial } from "./material/compile_material.ts";
import { compileMesh } from "./mesh/compile_mesh.ts";
import { bundlePackages, fpkgDiagnostic, linkPackage } from "./package_link/link_package.ts";
import { placeDiagnostics } from "./package_xml/locate.ts";
import type { Definition, PackageIndex } from "./package_xml/model.ts";
import { readXmlBytes } from "./package_xml/read_xml.ts";
import { splitPackage } from "./package_xml/split_package.ts";
import { compileScene } from "./scene/compile_scene.ts";
import { compileShader } from "./shader/compile_shader.ts";
import { compileTexture, texturePlatforms } from "./texture/compile_texture.ts";
import { textureQualities } from "./texture/encode_level.ts";

/** Files by the paths of the command line. */
export interface ActionFiles {
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly write: (path: string, bytes: Uint8Array) => void;
}

export interface ActionResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Thrown for a command line or an input file that cannot be used. */
class ActionError extends Error {
  readonly problem: Diagnostic | undefined;

  constructor(message: string, problem?: Diagnostic) {
    super(message);
    this.problem = problem;
  }
}

/** Typed and mutable, as `parseArgs` wants it; it copies before it adds. */
const noTexts: string[] = [];

const options = {
  source: { type: "string" },
  definition: { type: "string" },
  out: { type: "string", multiple: true, default: noTexts },
  platform: { type: "string", default: "bc" },
  quality: { type: "string", default: "dev" },
  shader: { type: "string" },
  behaviors: { type: "string" },
  manifest: { type: "string" },
  "manifest-name": { type: "string" },
  "unused-inputs": { type: "string" },
  index: { type: "string", multiple: true, default: noTexts },
  "out-index": { type: "string" },
  blob: { type: "string", multiple: true, default: noTexts },
  blobs: { type: "string" },
  package: { type: "string", multiple: true, default: noTexts },
  layout: { type: "string", default: "ship" },
  codec: { type: "string", default: "none" },
  diagnostics: { type: "string", default: "pretty" },
} as const;

type Flags = ReturnType<typeof parseFlags>["values"];

function parseFlags(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

/** Runs one action. Whatever is wrong with the input, the result says it; only bugs throw. */
export async function runAssetAction(
  args: readonly string[],
  files: ActionFiles,
): Promise<ActionResult> {
  try {
    const { values, positionals } = parseFlags(args);
    return await new AssetAction(values, files).run(positionals[0] ?? "");
  } catch (error) {
    if (error instanceof ActionError || isUsageError(error)) {
      return { exitCode: 1, output: `asset compiler: ${error.message}\n` };
    }
    throw error;
  }
}

function isUsageError(error: unknown): error is Error {
  return (
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}

class AssetAction {
  readonly #flags: Flags;
  readonly #files: ActionFiles;
  /** What has been read, by the name that diagnostics use; excerpts come from nowhere else. */
  readonly #sources = new Map<string, Uint8Array>();

  constructor(flags: Flags, files: ActionFiles) {
    this.#flags = flags;
    this.#files = files;
  }

  async run(command: string): Promise<ActionResult> {
    try {
      return this.#report(await this.#dispatch(command));
    } catch (error) {
      if (error instanceof ActionError && error.problem) return this.#report([error.problem]);
      throw error;
    }
  }

  async #dispatch(command: string): Promise<readonly Diagnostic[]> {
    switch (command) {
      case "texture":
        return this.#texture();
      case "mesh":
        return this.#mesh();
      case "shader":
        return this.#finish(
          await compileShader(this.#read(this.#need("source")), this.#need("source")),
        );
      case "material":
        return this.#material();
      case "scene":
        return this.#scene();
      case "split":
        return this.#split();
      case "link":
        return this.#link();
      case "bundle":
        return this.#bundle();
      default: {
        const known = "texture, mesh, shader, material, scene, split, link, bundle";
        throw new ActionError(`Expected one of ${known}, found \`${command}\``);
      }
    }
  }

  async #texture(): Promise<readonly Diagnostic[]> {
    const { format, semantic, mipmaps } = this.#definition("texture");
    const settings = {
      platform: this.#choice("platform", texturePlatforms),
      quality: this.#choice("quality", textureQualities),
    };
    const source = this.#need("source");
    return this.#finish(
      await compileTexture(this.#read(source), source, { format, semantic, mipmaps, ...settings }),
    );
  }

  async #mesh(): Promise<readonly Diagnostic[]> {
    const { optimize, generateTangents } = this.#definition("mesh");
    const source = this.#need("source");
    return this.#finish(
      await compileMesh(this.#read(source), source, { optimize, generateTangents }),
    );
  }

  #material(): readonly Diagnostic[] {
    const path = this.#need("shader");
    try {
      const definition = this.#definition("material");
      return this.#finishFragment(
        compileMaterial(definition, this.#read(path), this.#manifestName()),
      );
    } catch (error) {
      if (error instanceof ActionError) throw error;
      return [fpkgDiagnostic(error, path)];
    }
  }

  #scene(): readonly Diagnostic[] {
    const path = this.#flags.behaviors;
    const lines = path === undefined ? undefined : this.#text(path).split(/\r?\n/);
    const behaviors = lines?.map((line) => line.trim()).filter((line) => line !== "");
    const checks = behaviors === undefined ? {} : { behaviors };
    return this.#finishFragment(
      compileScene(this.#definition("scene"), this.#manifestName(), checks),
    );
  }

  #split(): readonly Diagnostic[] {
    const manifest = this.#need("manifest");
    const name = this.#flags["manifest-name"] ?? manifest;
    const indexes = this.#flags.index.map((path) => this.#json(path) as PackageIndex);
    const { value, diagnostics } = splitPackage(this.#read(manifest, name), name, indexes);
    if (value === undefined) return diagnostics;
    for (const [id, path] of this.#flags.out.map(splitAssignment)) {
      const fragment = id === undefined ? undefined : value.fragments.get(id);
      if (fragment === undefined) throw new ActionError(`${name} defines no \`${id ?? path}\``);
      this.#write(path, fragment);
    }
    this.#write(this.#need("out-index"), value.index);
    return diagnostics;
  }

  #link(): readonly Diagnostic[] {
    const [path] = this.#flags.index;
    if (path === undefined) throw new ActionError("Flag --index is missing");
    const blobs = this.#flags.blob.map(splitAssignment).map(([id, file]) => ({
      id: id ?? fileStem(file),
      bytes: this.#read(file),
      file,
    }));
    const layout = this.#choice("layout", keys(Layout));
    const writeOptions = { layout, codec: this.#choice("codec", keys(ChunkCodec)) };
    const { value, diagnostics } = linkPackage(
      this.#json(path) as PackageIndex,
      blobs,
      writeOptions,
    );
    if (value === undefined) return diagnostics;
    this.#write(this.#out(), value.file);
    if (layout === "dev") {
      for (const [digest, blob] of value.blobs)
        this.#write(`${this.#need("blobs")}/${digest}`, blob);
    }
    return diagnostics;
  }

  #bundle(): readonly Diagnostic[] {
    const files = this.#flags.package.map((file) => ({ file, bytes: this.#read(file) }));
    const codec = this.#choice("codec", keys(ChunkCodec));
    const { value, diagnostics } = bundlePackages(files, { layout: "ship", codec });
    if (value) this.#write(this.#out(), value.file);
    return diagnostics;
  }

  #finish(outcome: Outcome<Uint8Array>): readonly Diagnostic[] {
    if (outcome.value) this.#write(this.#out(), outcome.value);
    return outcome.diagnostics;
  }

  /** As `finish`, with elements placed in package.xml, which is opened for that alone. */
  #finishFragment(outcome: Outcome<Uint8Array>): readonly Diagnostic[] {
    const { manifest } = this.#flags;
    const unused = this.#flags["unused-inputs"];
    const needsManifest = manifest !== undefined && outcome.diagnostics.length > 0;
    if (unused !== undefined)
      this.#write(unused, manifest === undefined || needsManifest ? "" : `${manifest}\n`);
    const diagnostics = this.#finish(outcome);
    if (!needsManifest) return diagnostics;
    const name = this.#manifestName();
    const xml = readXmlBytes(this.#read(manifest, name), name);
    return "root" in xml ? placeDiagnostics(diagnostics, xml.root) : diagnostics;
  }

  #manifestName(): string {
    return this.#flags["manifest-name"] ?? this.#flags.manifest ?? this.#need("definition");
  }

  #definition<K extends Definition["kind"]>(kind: K): Extract<Definition, { kind: K }> {
    const path = this.#need("definition");
    const definition = this.#json(path) as Definition;
    if (definition.kind !== kind) {
      const problem = `it is a ${definition.kind}, expected a ${kind}`;
      throw new ActionError(problem, diagnostic("FP1006", wholeFile(path), { problem }));
    }
    return definition as Extract<Definition, { kind: K }>;
  }

  /** Fragments and indexes are our own files: they are JSON or they are not ours. */
  #json(path: string): unknown {
    const text = this.#text(path);
    try {
      return JSON.parse(text);
    } catch {
      const problem = "it is not JSON";
      throw new ActionError(problem, diagnostic("FP1006", wholeFile(path), { problem }));
    }
  }

  #text(path: string): string {
    return new TextDecoder().decode(this.#read(path));
  }

  #read(path: string, name = path): Uint8Array {
    const bytes = this.#files.read(path);
    if (bytes === undefined) {
      throw new ActionError(`${path} does not exist`, diagnostic("AS1001", wholeFile(path), {}));
    }
    this.#sources.set(name, bytes);
    return bytes;
  }

  #write(path: string, content: string | Uint8Array): void {
    this.#files.write(
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
  }

  #out(): string {
    const [path] = this.#flags.out;
    if (path === undefined) throw new ActionError("Flag --out is missing");
    return path;
  }

  #need(flag: "source" | "definition" | "shader" | "manifest" | "out-index" | "blobs"): string {
    const value = this.#flags[flag];
    if (value === undefined) throw new ActionError(`Flag --${flag} is missing`);
    return value;
  }

  #choice<T extends string>(
    flag: "platform" | "quality" | "layout" | "codec",
    names: readonly T[],
  ): T {
    const value = names.find((name) => name === this.#flags[flag]);
    if (value === undefined) {
      throw new ActionError(
        `Flag --${flag} must be one of ${names.join(", ")}, got \`${this.#flags[flag]}\``,
      );
    }
    return value;
  }

  #report(diagnostics: readonly Diagnostic[]): ActionResult {
    const sourceOf = (file: string): string | undefined => {
      const bytes = this.#sources.get(file);
      return bytes && new TextDecoder().decode(bytes);
    };
    const isJson = this.#flags.diagnostics === "json";
    const output = isJson ? renderJson(diagnostics) : renderDiagnostics(diagnostics, sourceOf);
    return { exitCode: hasErrors(diagnostics) ? 1 : 0, output };
  }
}

/** `ID=PATH` or `PATH`. */
function splitAssignment(text: string): [string | undefined, string] {
  const at = text.indexOf("=");
  return at < 0 ? [undefined, text] : [text.slice(0, at), text.slice(at + 1)];
}

/** `core/Bricks.texture` is the blob of `Bricks`. */
function fileStem(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}

function keys<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
