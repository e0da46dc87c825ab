/** What a command says and how it ends. */
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { type DiagnosticFormat, renderAs } from "../document/render.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";

/**
 * `stdout` is the result, `stderr` what went wrong. The exit status is 0 when it worked, 1 when a file is at fault and 2 when
 * the command line is.
 */
export interface CliResult {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line that cannot be used; the message says why. */
export class UsageError extends Error {}

export function done(stdout = ""): CliResult {
  return { exitCode: 0, stdout, stderr: "" };
}

/** The result of a command that stopped at a problem. */
export function failed(problem: Diagnostic, format: DiagnosticFormat): CliResult {
  return { exitCode: 1, stdout: "", stderr: renderAs(format, [problem], () => undefined) };
}

/** A file that is not there. */
export function missingFile(file: string): Diagnostic {
  return diagnostic("AS1001", wholeFile(file), { path: file });
}

/** What a reader says of a file, or what the system says when it is opened; anything else is a bug and thrown on. */
export function problemOf(error: unknown, file: string): Diagnostic {
  if (error instanceof FpkgError) {
    return diagnostic(error.code, wholeFile(file), { problem: error.message });
  }
  if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
  const path = "path" in error ? String(error.path) : file;
  return diagnostic("AS1012", wholeFile(path), {
    problem: REASONS[String(error.code)] ?? error.message,
  });
}

/** What the usual codes of the system mean. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EEXIST: "a file is where a folder should be",
  EISDIR: "it is a folder",
  ENOSPC: "no space is left",
  ENOTDIR: "a file is where a folder should be",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
};
