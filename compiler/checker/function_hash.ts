/** Span-free hashes of a function: equal ones were typed from equal syntax. */
import { bodyHash, fieldSignatureHash } from "#compiler/syntax/hash.ts";
import type { Member } from "./members.ts";

export interface FunctionHashes {
  readonly signatureHash: string;
  readonly bodyHash: string;
}

const known = new WeakMap<Member["syntax"], FunctionHashes>();

export function hashesOf(member: Member): FunctionHashes {
  const { syntax } = member;
  let hashes = known.get(syntax);
  if (hashes === undefined) {
    const signatureHash = fieldSignatureHash(syntax);
    hashes = {
      signatureHash,
      bodyHash: syntax.kind === "Function" ? bodyHash(syntax.function) : signatureHash,
    };
    known.set(syntax, hashes);
  }
  return hashes;
}
