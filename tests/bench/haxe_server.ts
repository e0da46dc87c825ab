/** Haxe's own compile server (`haxe --wait PORT`), spoken to as `haxe --connect` does, without a client's start-up. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Spent } from "./measure.ts";

export class HaxeServer {
  readonly #process: ChildProcess;
  readonly #port: number;

  private constructor(process: ChildProcess, port: number) {
    this.#process = process;
    this.#port = port;
  }

  /** The version of the `haxe` on the path; null where there is none. */
  static version(): string | null {
    const { status, stdout } = spawnSync("haxe", ["--version"], { encoding: "utf8" });
    return status === 0 ? stdout.trim() : null;
  }

  static async start(): Promise<HaxeServer> {
    const port = await freePort();
    const process = spawn("haxe", ["--wait", String(port)], { stdio: "ignore" });
    // Nothing waits for it to end.
    process.unref();
    const server = new HaxeServer(process, port);
    while (!(await server.#answers())) await sleep(20);
    return server;
  }

  /** Runs one command line; gives what the compiler said. Throws where it found an error. */
  request(args: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.#port, "127.0.0.1");
      let answer = "";
      socket.setEncoding("utf8").on("data", (text: string) => {
        answer += text;
      });
      socket.on("error", reject);
      socket.on("end", () => {
        // A line that starts with \x02 says that there were errors, one with \x01 is printed text.
        if (answer.includes("\x02")) reject(new Error(answer));
        else resolve(answer);
      });
      socket.write(`${args.join("\n")}\n\0`);
    });
  }

  /** Runs one command line and gives what it took, by the clock and of the server's processor time. */
  async timed(args: readonly string[]): Promise<Spent> {
    const before = this.#cpuMilliseconds();
    const start = performance.now();
    await this.request(args);
    return { wall: performance.now() - start, cpu: this.#cpuMilliseconds() - before };
  }

  /** Of all its threads; 0 where the system does not say. */
  #cpuMilliseconds(): number {
    const threads = `/proc/${this.#process.pid}/task`;
    if (!existsSync(threads)) return 0;
    // The first number is nanoseconds on a processor; `stat` would count in steps of 10 ms.
    const spent = readdirSync(threads).map((thread) =>
      Number(readFileSync(`${threads}/${thread}/schedstat`, "utf8").split(" ")[0]),
    );
    return spent.reduce((sum, one) => sum + one, 0) / 1e6;
  }

  /** Bytes that the server's process holds. */
  residentBytes(): number {
    const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(this.#process.pid)], {
      encoding: "utf8",
    });
    return Number(stdout.trim()) * 1024;
  }

  stop(): void {
    this.#process.kill();
  }

  #answers(): Promise<boolean> {
    return this.request(["--version"]).then(
      () => true,
      () => false,
    );
  }
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
