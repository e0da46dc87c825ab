/** What a process has used so far, by Linux's own count. */
import { readFileSync } from "node:fs";

export interface ProcessUsage {
  /** Milliseconds of processor time of all its threads. */
  readonly cpu: number;
  /** Bytes of memory that it has now, and that it had at most. */
  readonly memory: number;
  readonly peak: number;
}

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** Reads `/proc`, whose fields proc(5) describes. */
export function usageOf(pid: number): ProcessUsage {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kibibytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is a name in parentheses that may have spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return {
    cpu: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
    memory: kibibytes("VmRSS") * 1024,
    peak: kibibytes("VmHWM") * 1024,
  };
}
