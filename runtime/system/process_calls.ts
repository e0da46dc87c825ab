/** What programs ask of the process and its environment. */
import { spawnSync } from "node:child_process";
import { constants } from "node:os";
import { resolve } from "node:path";
import type { Call } from "./call.ts";
import type { FieldReader } from "./fields.ts";
import { readKey } from "./standard_input.ts";
import { waitFor } from "./wait.ts";
import type { WorkingDirectory } from "./working_directory.ts";

/** As a shell has it: the command was not found, and a signal ended it. */
const NOT_FOUND = 127;
const SIGNALLED = 128;

export function processCalls(directory: WorkingDirectory): Record<string, Call> {
  return {
    getEnv: (request, reply) => reply.text(process.env[request.text()] ?? null),
    putEnv: (request) => {
      const name = request.text();
      const value = request.nullableText();
      if (value === null) delete process.env[name];
      else process.env[name] = value;
    },
    environment: (_request, reply) =>
      reply.texts(Object.entries(process.env).flatMap(([name, value]) => [name, value ?? ""])),
    sleep: (request) => waitFor(request.float()),
    getCwd: (_request, reply) => reply.text(directory.path),
    setCwd: (request) => directory.change(request.text()),
    systemName: (_request, reply) => reply.text(systemName(process.platform)),
    command: (request, reply) => reply.int(command(request, directory)),
    cpuTime: (_request, reply) => {
      const { user, system } = process.cpuUsage();
      reply.float((user + system) / 1e6);
    },
    programPath: (_request, reply) => reply.text(resolve(process.argv[1] ?? process.execPath)),
    getChar: (request, reply) => {
      const byte = readKey();
      if (request.int() !== 0 && byte >= 0) process.stdout.write(Uint8Array.of(byte));
      reply.int(byte);
    },
  };
}

function systemName(platform: NodeJS.Platform): string {
  switch (platform) {
    case "win32":
      return "Windows";
    case "darwin":
      return "Mac";
    case "freebsd":
    case "openbsd":
    case "netbsd":
      return "BSD";
    default:
      return "Linux";
  }
}

/** Without a list of arguments it is a line for the shell. */
function command(request: FieldReader, { path }: WorkingDirectory): number {
  const name = request.text();
  const count = request.int();
  const args = Array.from({ length: Math.max(0, count) }, () => request.text());
  const result = spawnSync(name, args, { stdio: "inherit", shell: count < 0, cwd: path });
  if (result.signal !== null) return SIGNALLED + constants.signals[result.signal];
  return result.status ?? NOT_FOUND;
}
