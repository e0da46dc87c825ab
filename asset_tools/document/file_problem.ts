/** What is wrong inside of a file without lines. Its readers throw it; who called them names the file. */
import { foreignKind, UNKNOWN_KIND } from "./foreign_kind.ts";

/** The message goes on after "it". */
export class FileProblem extends Error {
  /** `at`: the byte where it was found, where there is one and the problem does not say it. */
  constructor(problem: string, at?: number) {
    super(at === undefined ? problem : `${problem} (byte ${at})`);
  }
}

/** What to do about a file that cannot be read; `kinds` are those of `foreignKind` that can be, `formats` their names. */
export function unreadableHint(
  bytes: Uint8Array,
  kinds: readonly string[],
  formats: string,
): string {
  const kind = foreignKind(bytes);
  if (kinds.includes(kind)) return "Open it where it was made and save it again";
  return kind === UNKNOWN_KIND
    ? `Save it as ${formats}`
    : `It looks like ${kind}; save it as ${formats}`;
}
