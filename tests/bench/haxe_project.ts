/** A program's files on the disk, for Haxe. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { HaxeServer } from "./haxe_server.ts";
import type { Spent } from "./measure.ts";

export class HaxeProject {
  readonly #folder: string;
  readonly #server: HaxeServer;

  /** In a new folder, so that the server has seen nothing of it. */
  constructor(server: HaxeServer, files: ReadonlyMap<string, string>) {
    this.#server = server;
    this.#folder = mkdtempSync(join(tmpdir(), "haxe-bench-"));
    for (const [path, text] of files) this.write(path, text);
  }

  write(path: string, text: string): void {
    const place = join(this.#folder, "src", path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }

  /** Types the program. */
  check(): Promise<Spent> {
    return this.#timed(["--no-output"]);
  }

  /** Types the program and writes it as JavaScript. */
  javascript(): Promise<Spent> {
    return this.#timed([]);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #timed(more: readonly string[]): Promise<Spent> {
    const script = join(this.#folder, "out.js");
    const source = join(this.#folder, "src");
    return this.#server.timed(["-cp", source, "-main", "Main", "-js", script, ...more]);
  }
}
