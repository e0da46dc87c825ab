/** The span-free hash of a member's signature: what callers depend on. */
import { fieldSignatureHash } from "#compiler/syntax/hash.ts";
import type { Member } from "../program/members.ts";

const known = new WeakMap<Member["syntax"], string>();

export function signatureHashOf({ syntax }: Member): string {
  let hash = known.get(syntax);
  if (hash === undefined) {
    hash = fieldSignatureHash(syntax);
    known.set(syntax, hash);
  }
  return hash;
}
