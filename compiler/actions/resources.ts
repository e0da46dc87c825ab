import { resourceModule } from "#compiler/resource_module.ts";
import { type Action, type ActionResult, readBytes, SUCCESS, writeText } from "./action.ts";

/** `resources --resource FILE... --as NAME... --name Class --out FILE.hx`: the module of a library's resources. */
export function resourcesAction(action: Action): ActionResult {
  const { flags } = action;
  const names = flags.list("as");
  const resources = flags.list("resource").map((path, index) => ({
    name: names[index] ?? path,
    bytes: readBytes(action, path),
  }));
  writeText(action, flags.one("out"), resourceModule(flags.one("name"), resources));
  return SUCCESS;
}
