/** One run of an action: its flags, its files, and what it has read so far. */
import type { SchemaPlaces } from "#compiler/bytecode/scene_schema.ts";
import {
  type Diagnostic,
  diagnostic,
  type Outcome,
  relatedPlace,
  wholeFile,
  withRelated,
} from "../document/diagnostic.ts";
import { placeDiagnostics } from "../package_xml/locate.ts";
import type { Definition, PackageIndex } from "../package_xml/model.ts";
import { readXmlBytes } from "../package_xml/read_xml.ts";
import { ActionError } from "./action_error.ts";
import type { ActionFiles } from "./action_files.ts";
import type { Flags, SingleFlag } from "./action_flags.ts";
import { folderOf, missingInput, type NamingManifest, placeNaming } from "./missing_input.ts";

export class ActionContext {
  readonly flags: Flags;
  readonly #files: ActionFiles;
  /** What has been read, by the name that diagnostics use; excerpts come from nowhere else. */
  readonly #sources = new Map<string, Uint8Array>();
  readonly #opened = new Set<string>();

  constructor(flags: Flags, files: ActionFiles) {
    this.flags = flags;
    this.#files = files;
  }

  /** The text of a file that was read, for excerpts. */
  sourceOf(file: string): string | undefined {
    const bytes = this.#sources.get(file);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Writes what was made to `--out`. */
  finish(outcome: Outcome<Uint8Array>): readonly Diagnostic[] {
    if (outcome.value) this.write(this.out(), outcome.value);
    return outcome.diagnostics.map((problem) => this.#withNaming(problem));
  }

  /** A problem of a source as a whole shows where that is named, where package.xml is at hand. */
  #withNaming(problem: Diagnostic): Diagnostic {
    const isWhole = problem.line === 0 && problem.element === undefined;
    const manifest = isWhole ? this.#namingManifest() : undefined;
    const place = manifest && placeNaming(problem.file, manifest);
    return place ? withRelated(problem, [relatedPlace("it is named here", place)]) : problem;
  }

  /** As `finish`, with elements placed in package.xml, which is opened for that alone. */
  finishFragment(outcome: Outcome<Uint8Array>): readonly Diagnostic[] {
    const { manifest } = this.flags;
    const diagnostics = this.finish(outcome);
    const placed =
      manifest === undefined || diagnostics.length === 0
        ? diagnostics
        : this.#placed(diagnostics, manifest);
    this.#writeUnused();
    return placed;
  }

  #placed(diagnostics: readonly Diagnostic[], manifest: string): readonly Diagnostic[] {
    const name = this.manifestName();
    const xml = readXmlBytes(this.read(manifest, name), name);
    return "root" in xml ? placeDiagnostics(diagnostics, xml.root) : diagnostics;
  }

  /** Lists for Bazel those inputs that only problems are explained by, and that were not opened. */
  #writeUnused(): void {
    const { manifest, "unused-inputs": out } = this.flags;
    if (out === undefined) return;
    const { "known-index": indexes, "schema-places": places } = this.flags;
    const explaining = [...(manifest === undefined ? [] : [manifest]), ...indexes, ...places];
    const unused = explaining.filter((path) => !this.#opened.has(path));
    this.write(out, unused.map((path) => `${path}\n`).join(""));
  }

  /** What is known of the package and those it depends on; to be asked for only when there is a problem to explain. */
  knownIndexes(ownPackage: string): PackageIndex[] {
    const indexes = this.flags["known-index"].map((path) => this.json(path) as PackageIndex);
    const own = indexes.find(({ id }) => id === ownPackage);
    const isNamed = (id: string) => own?.dependencies.some((dependency) => dependency.id === id);
    return indexes.filter((index) => index === own || isNamed(index.id));
  }

  /** Where the code declares what scenes may say; likewise. */
  schemaPlaces(): SchemaPlaces[] {
    return this.flags["schema-places"].map((path) => this.json(path) as SchemaPlaces);
  }

  /** How messages name package.xml. */
  manifestName(): string {
    return this.flags["manifest-name"] ?? this.flags.manifest ?? this.need("definition");
  }

  /** The fragment that the action compiles. */
  definition<K extends Definition["kind"]>(kind: K): Extract<Definition, { kind: K }> {
    return this.definitionAt(this.need("definition"), kind);
  }

  /** A fragment of another definition that the action needs. */
  definitionAt<K extends Definition["kind"]>(
    path: string,
    kind: K,
  ): Extract<Definition, { kind: K }> {
    const definition = this.json(path) as Definition;
    if (definition.kind !== kind) {
      const problem = `it is a ${definition.kind}, expected a ${kind}`;
      throw new ActionError(problem, diagnostic("FP1006", wholeFile(path), { problem }));
    }
    return definition as Extract<Definition, { kind: K }>;
  }

  /** Fragments and indexes are our own files: they are JSON or they are not ours. */
  json(path: string): unknown {
    const text = this.text(path);
    try {
      return JSON.parse(text);
    } catch {
      const problem = "it is not JSON";
      throw new ActionError(problem, diagnostic("FP1006", wholeFile(path), { problem }));
    }
  }

  text(path: string): string {
    return new TextDecoder().decode(this.read(path));
  }

  /** A file's bytes; `name` is what diagnostics call it. */
  read(path: string, name = path): Uint8Array {
    const bytes = this.#files.read(path);
    if (bytes === undefined) {
      const problem = missingInput(path, this.#namingManifest());
      throw new ActionError(`${path} does not exist`, problem);
    }
    this.#sources.set(name, bytes);
    this.#opened.add(path);
    return bytes;
  }

  /** Paths below a folder of the files there; undefined where only inputs are seen. */
  filesBelow(folder: string): readonly string[] | undefined {
    return this.#files.list?.(folder);
  }

  /** package.xml, where it is at hand though the action does not read it. */
  #namingManifest(): NamingManifest | undefined {
    const name = this.flags["manifest-name"];
    const bytes = name === undefined ? undefined : this.#files.read(name);
    if (name === undefined || bytes === undefined) return undefined;
    this.#sources.set(name, bytes);
    return { name, bytes, paths: this.filesBelow(folderOf(name)) ?? [] };
  }

  write(path: string, content: string | Uint8Array): void {
    this.#files.write(
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
  }

  out(): string {
    const [path] = this.flags.out;
    if (path === undefined) throw new ActionError("Flag --out is missing");
    return path;
  }

  /** The first of `--source`. */
  source(): string {
    const [path] = this.flags.source;
    if (path === undefined) throw new ActionError("Flag --source is missing");
    return path;
  }

  /** A flag that must be there. */
  need(flag: SingleFlag): string {
    const value = this.flags[flag];
    if (value === undefined) throw new ActionError(`Flag --${flag} is missing`);
    return value;
  }

  /** A flag that is one of some words. */
  choice<T extends string>(flag: SingleFlag, names: readonly T[]): T {
    const value = names.find((name) => name === this.flags[flag]);
    if (value === undefined) {
      throw new ActionError(
        `Flag --${flag} must be one of ${names.join(", ")}, got \`${this.flags[flag]}\``,
      );
    }
    return value;
  }
}
