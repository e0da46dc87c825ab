/** One run of an action: its flags, its files, and what it has read so far. */
import { type Diagnostic, diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import { placeDiagnostics } from "../package_xml/locate.ts";
import type { Definition } from "../package_xml/model.ts";
import { readXmlBytes } from "../package_xml/read_xml.ts";
import { ActionError } from "./action_error.ts";
import type { ActionFiles } from "./action_files.ts";
import type { Flags, SingleFlag } from "./action_flags.ts";

export class ActionContext {
  readonly flags: Flags;
  readonly #files: ActionFiles;
  /** What has been read, by the name that diagnostics use; excerpts come from nowhere else. */
  readonly #sources = new Map<string, Uint8Array>();

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
    return outcome.diagnostics;
  }

  /** As `finish`, with elements placed in package.xml, which is opened for that alone. */
  finishFragment(outcome: Outcome<Uint8Array>): readonly Diagnostic[] {
    const { manifest } = this.flags;
    const unused = this.flags["unused-inputs"];
    const needsManifest = manifest !== undefined && outcome.diagnostics.length > 0;
    if (unused !== undefined)
      this.write(unused, manifest === undefined || needsManifest ? "" : `${manifest}\n`);
    const diagnostics = this.finish(outcome);
    if (!needsManifest) return diagnostics;
    const name = this.manifestName();
    const xml = readXmlBytes(this.read(manifest, name), name);
    return "root" in xml ? placeDiagnostics(diagnostics, xml.root) : diagnostics;
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
      throw new ActionError(`${path} does not exist`, diagnostic("AS1001", wholeFile(path), {}));
    }
    this.#sources.set(name, bytes);
    return bytes;
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
