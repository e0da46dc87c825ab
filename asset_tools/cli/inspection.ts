/** What is in a file, for tools and for people. */

export interface Inspection {
  /** Plain data: what `--json` prints. Its first field is `kind`. */
  readonly data: { readonly kind: string } & Readonly<Record<string, unknown>>;
  /** For people; without it, `data` as an outline. */
  readonly text?: () => string;
}

/**
 * Looks into files of some kind. Undefined for bytes that do not begin as one; throws `FpkgError` for those that do and are
 * damaged.
 */
export type Inspector = (bytes: Uint8Array) => Inspection | undefined | Promise<Inspection>;
