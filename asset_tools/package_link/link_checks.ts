/** What a linker says of packages that do not fit. */
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { NO_ID } from "../fpkg/asset_id.ts";
import {
  type LinkProblem,
  type LoadedPackages,
  linkProblems,
  linkProblemText,
  packageOf,
} from "../fpkg/check_links.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { decodeShader, shaderInterface } from "../fpkg/shader_blob.ts";
import type { AssetInput } from "../fpkg/write.ts";

/** Turns a reader's error into a diagnostic; anything else is a bug and goes on up. */
export function fpkgDiagnostic(error: unknown, file: string): Diagnostic {
  if (!(error instanceof FpkgError)) throw error;
  return diagnostic(error.code, wholeFile(file), { problem: error.message });
}

/** Every package and asset that is needed is there, and is the one that was linked against. */
export function checkLinks(loaded: LoadedPackages): Diagnostic[] {
  return linkProblems(loaded).map(linkDiagnostic);
}

function linkDiagnostic(problem: LinkProblem): Diagnostic {
  const place = wholeFile(`package ${problem.user}`);
  switch (problem.kind) {
    case "package missing":
      return diagnostic("FP1010", place, { package: problem.package, user: problem.user });
    case "asset missing": {
      const args = { package: problem.package, kind: problem.type, name: problem.name };
      return diagnostic("FP1008", place, args);
    }
    case "asset stale":
      return diagnostic("FP1011", place, { problem: linkProblemText(problem) });
  }
}

/** Materials fit the shaders among `assets`; where a shader is in another package, the bundle checks it. */
export function checkInterfaces(assets: readonly AssetInput[]): Diagnostic[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  return assets.flatMap((user) =>
    user.references.flatMap((reference) => {
      const shader = byId.get(reference.id);
      if (reference.interface === NO_ID || shader === undefined) return [];
      if (shaderInterface(decodeShader(shader.blob)) === reference.interface) return [];
      const args = { user: user.name, shader: shader.name };
      return [diagnostic("FP1009", wholeFile(`package ${packageOf(user.name)}`), args)];
    }),
  );
}
