/**
 * What the dev server and its clients (pages, tests, tools) say to each other: JSON-RPC 2.0 over one WebSocket. Messages
 * name code and assets by digest. The bytes of an update go before it as binary messages (`pushed_blob.ts`), and
 * `GET blob/DIGEST` gives any.
 */

import type { AssetTypeName } from "#asset_tools/fpkg/format/blob.ts";
import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import type { NotApplied, ReloadReport } from "#runtime/hot_reload/reload_report.ts";

/** SHA-256 in hex. */
export type Digest = string;

export interface ModuleReference {
  readonly library: string;
  /** `.hbc` or `.js`, as the mode says. */
  readonly code: Digest;
  /** The JSON beside a `.js`; null for bytecode, which has it inside. */
  readonly manifest: Digest | null;
}

export interface AssetReference {
  readonly type: AssetTypeName;
  /** `package.Name` */
  readonly name: string;
  readonly blob: Digest;
}

/** All that a client needs to start the game. */
export interface GameDescription {
  readonly title: string;
  readonly mode: "interpreter" | "jit";
  readonly entry: ProgramEntry;
  /** Libraries before those that use them. */
  readonly modules: readonly ModuleReference[];
  readonly assets: readonly AssetReference[];
  /** Counts the updates that it includes. */
  readonly version: number;
}

/** One save, or several that came together: what differs from the version before. */
export interface GameUpdate {
  readonly version: number;
  readonly entry: ProgramEntry;
  readonly modules: readonly ModuleReference[];
  readonly assets: readonly AssetReference[];
  /** The saved files, below the workspace. */
  readonly files: readonly string[];
  /** How long the server took. */
  readonly timing: UpdateTiming;
}

export interface UpdateTiming {
  /** From the first event to the stable content. */
  readonly watchMilliseconds: number;
  readonly actions: readonly ActionTiming[];
  readonly hops: ServerHops;
}

/** When an update passed the server's hops, in milliseconds since 1970: the one clock that processes share. */
export interface ServerHops {
  /** The file's time of modification, which the system counts in ticks of some milliseconds. */
  readonly written: number;
  /** The first event for it came. */
  readonly seen: number;
  /** Its content stood still. */
  readonly stable: number;
  /** The last action was done. */
  readonly built: number;
  /** The message was given to the sockets. */
  readonly sent: number;
}

/** The same for a client. */
export interface ClientHops {
  /** The message was there. */
  readonly received: number;
  /** All its bytes were there. */
  readonly fetched: number;
  readonly applied: number;
  /** The commands of the first picture with it were handed to the GPU. */
  readonly drawn: number;
  /** The GPU has finished that picture. */
  readonly finished: number;
}

export interface ActionTiming {
  readonly mnemonic: string;
  readonly milliseconds: number;
  /** Of a `HaxeTypecheck`: how many functions and variables were typed, and how many functions came out other. */
  readonly work?: { readonly typed: number; readonly changed: number };
}

/** An action that failed. The game goes on with what it made last. */
export interface Problem {
  readonly mnemonic: string;
  /** What the tool said, excerpt included. */
  readonly text: string;
  /** The first place that the text names; null where it names none. */
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** Whether Bazel makes the same bytes as this server did. */
export type Verification =
  | { readonly state: "off" | "waiting" | "running" | "verified" }
  | { readonly state: "different"; readonly outputs: readonly string[] }
  | { readonly state: "failed"; readonly text: string };

/** What `session/hello` answers. */
export interface Welcome {
  readonly game: GameDescription;
  readonly problems: readonly Problem[];
  readonly verification: Verification;
}

/** From the server; none is answered. */
export type ServerNotification =
  /** A source is being written: an update or a problem may follow soon. */
  | { readonly method: "source/saving"; readonly params: { readonly file: string } }
  | { readonly method: "game/update"; readonly params: GameUpdate }
  /** The whole list, empty when all is well again. */
  | {
      readonly method: "build/problems";
      readonly params: { readonly problems: readonly Problem[] };
    }
  | { readonly method: "build/verification"; readonly params: Verification };

/** From a client; the server answers. */
export interface ClientRequest {
  readonly method: "session/hello";
}

/** From a client; none is answered. */
export type ClientNotification =
  | { readonly method: "reload/finished"; readonly params: ReloadSummary }
  | { readonly method: "reload/drawn"; readonly params: DrawnUpdate }
  | { readonly method: "game/error"; readonly params: { readonly text: string } };

/** An update is on the screen. */
export interface DrawnUpdate {
  readonly version: number;
  readonly hops: ClientHops;
}

/** A client's account of an update. */
export interface ReloadSummary {
  readonly version: number;
  /** Null where only assets came. */
  readonly report: ReloadReport | null;
  /** Names of assets that were replaced. */
  readonly assets: readonly string[];
  /** Assets whose new version is of no use. */
  readonly refusedAssets: readonly NotApplied[];
  readonly totalMilliseconds: number;
}

export type RpcId = number | string | null;

export interface RpcError {
  readonly code: RpcErrorCode;
  readonly message: string;
}

/** Of JSON-RPC: text that is no JSON, JSON that is no request, a method that does not exist, bad parameters. */
export type RpcErrorCode = -32700 | -32600 | -32601 | -32602;

export type RpcResponse =
  | { readonly jsonrpc: "2.0"; readonly id: RpcId; readonly result: unknown }
  | { readonly jsonrpc: "2.0"; readonly id: RpcId; readonly error: RpcError };
