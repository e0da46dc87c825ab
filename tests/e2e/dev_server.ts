/** `//game:dev` on a copy of the game's sources, which a test may edit. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { built } from "./built.ts";

export class DevServer {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #workspace: string;

  private constructor(url: string, server: ChildProcess, workspace: string) {
    this.url = url;
    this.#process = server;
    this.#workspace = workspace;
  }

  static async start(): Promise<DevServer> {
    const workspace = copySources();
    const server = spawn(built("GAME_DEV"), ["--no-verify", "--port", "0"], {
      env: { ...process.env, BUILD_WORKSPACE_DIRECTORY: workspace },
      stdio: ["ignore", "pipe", "inherit"],
    });
    return new DevServer(await firstLine(server), server, workspace);
  }

  read(path: string): string {
    return readFileSync(join(this.#workspace, path), "utf8");
  }

  readBytes(path: string): Buffer {
    return readFileSync(join(this.#workspace, path));
  }

  /** Saves a file as an editor does; gives the milliseconds since 1970 when it began to. */
  save(path: string, content: string | Uint8Array): number {
    const saved = performance.timeOrigin + performance.now();
    writeFileSync(join(this.#workspace, path), content);
    return saved;
  }

  /** Saves a file with one text in it replaced. */
  edit(path: string, before: string | RegExp, after: string): number {
    const text = this.read(path);
    const edited = text.replace(before, after);
    if (edited === text) throw new Error(`${path} has no ${before}`);
    return this.save(path, edited);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill();
    await ended;
  }
}

function copySources(): string {
  const workspace = mkdtempSync(join(process.env["TEST_TMPDIR"] ?? tmpdir(), "workspace-"));
  for (const path of readFileSync(built("GAME_SOURCES"), "utf8").trimEnd().split("\n")) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    copyFileSync(path, join(workspace, path));
    // As old as it was: what is newer than its outputs would be built again.
    const { atime, mtime } = statSync(path);
    utimesSync(join(workspace, path), atime, mtime);
  }
  return workspace;
}

/** The server's first line is its URL. */
function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const end = output.indexOf("\n");
      if (end >= 0) resolve(output.slice(0, end));
    });
    server.on("error", reject);
    server.on("exit", (status) => reject(new Error(`The dev server ended with status ${status}`)));
  });
}
