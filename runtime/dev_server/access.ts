/**
 * Who may talk to the server: only what knows the token in its address, through an address of this machine, and never a
 * page of another origin (DNS rebinding gives a foreign page our address, but not our host name).
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export function newToken(): string {
  return randomBytes(16).toString("hex");
}

/** What a request asks for: the rest of its path after the token; or the status that refuses it. */
export type Access = { readonly path: string } | { readonly refused: 400 | 403 | 404 };

export function checkAccess(
  url: string | undefined,
  headers: IncomingHttpHeaders,
  token: string,
  port: number,
): Access {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? "")) return { refused: 403 };
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
    return { refused: 403 };
  const parts = /^\/([0-9a-f]+)\/([\w./-]*)$/.exec(url ?? "");
  if (parts === null) return { refused: 404 };
  if (!isEqual(parts[1] as string, token)) return { refused: 404 };
  return { path: parts[2] as string };
}

function isEqual(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
