/** Which function of a class answers each method of the interfaces it implements. */
import type { ClassField, ClassType } from "#compiler/types/type.ts";
import type { IrExpr } from "../expr.ts";
import type { IrImplementation } from "../ir.ts";
import { functionId, methodCall } from "./calls.ts";
import { FunctionBuilder, type ModuleContext } from "./function_builder.ts";
import { endBody, finish, returned } from "./function_frame.ts";
import { hashText } from "./hashes.ts";
import { declaredSignature, findMethod, sameSignature, slotSignature } from "./signatures.ts";

export function lowerImplementations(module: ModuleContext, type: ClassType): IrImplementation[] {
  return [...interfacesOf(type)].flatMap((parent) =>
    [...parent.fields.values()]
      .filter((field) => field.kind === "Method" && !field.isStatic)
      .flatMap((field) => {
        const target = answerOf(module, type, parent, field);
        return target === null ? [] : [{ interface: parent.path, method: field.name, target }];
      }),
  );
}

/** Every interface of the class: those it names, their parents, and those of its ancestors; each once. */
function interfacesOf(type: ClassType): Set<ClassType> {
  const found = new Set<ClassType>();
  const add = (parent: ClassType): void => {
    if (found.has(parent)) return;
    for (const inherited of parent.interfaces) add(inherited.class);
    found.add(parent);
  };
  for (
    let owner: ClassType | undefined = type;
    owner !== undefined;
    owner = owner.superClass?.class
  ) {
    for (const parent of owner.interfaces) add(parent.class);
  }
  return found;
}

/** Null where the method is abstract still. */
function answerOf(
  module: ModuleContext,
  type: ClassType,
  parent: ClassType,
  field: ClassField,
): string | null {
  const found = findMethod(type, field.name);
  if (found === null || found.field.isAbstract) return null;
  const isSame = sameSignature(slotSignature(found.owner, found.field), declaredSignature(field));
  return isSame ? functionId(found.owner, found.field) : bridge(module, type, parent, field);
}

/** A method with the interface's kinds that calls the class's; it dispatches, so that subclasses need none of their own. */
function bridge(
  module: ModuleContext,
  type: ClassType,
  parent: ClassType,
  field: ClassField,
): string {
  const ancestor = type.superClass?.class;
  if (ancestor !== undefined && interfacesOf(ancestor).has(parent)) {
    const inherited = findMethod(ancestor, field.name);
    if (inherited !== null && !inherited.field.isAbstract)
      return bridgeId(bridgeOwner(ancestor, parent, field), parent, field);
  }
  const id = bridgeId(type, parent, field);
  if (!module.hasFunction(id)) addBridge(module, id, type, field);
  return id;
}

/** The farthest ancestor that has the method and the interface: it has the bridge. */
function bridgeOwner(type: ClassType, parent: ClassType, field: ClassField): ClassType {
  const ancestor = type.superClass?.class;
  if (ancestor === undefined || !interfacesOf(ancestor).has(parent)) return type;
  const inherited = findMethod(ancestor, field.name);
  return inherited === null || inherited.field.isAbstract
    ? type
    : bridgeOwner(ancestor, parent, field);
}

function bridgeId(type: ClassType, parent: ClassType, field: ClassField): string {
  return `${type.path}.${field.name}$${parent.path.replaceAll(".", "_")}`;
}

function addBridge(module: ModuleContext, id: string, owner: ClassType, field: ClassField): void {
  const { params, result } = declaredSignature(field);
  const method = findMethod(owner, field.name);
  if (method === null) return;
  const fn = new FunctionBuilder(module, {
    id,
    owner,
    form: "method",
    result,
    file: owner.file,
    start: owner.span.start,
    outer: null,
  });
  fn.thisLocal = fn.addLocal("this", "ref");
  const locals = params.map((kind, index) => fn.addLocal(`arg${index}`, kind));
  const slot = slotSignature(method.owner, method.field);
  const args = locals.map((index, position) =>
    fn.coerce({ kind: "Local", index }, slot.params[position] ?? "dyn"),
  );
  const receiver: IrExpr = { kind: "Local", index: fn.thisLocal };
  const at = owner.span.start;
  const value = fn.perform(methodCall(method.owner, method.field, receiver, args, false), at);
  fn.emit({ kind: "Return", value: returned(fn, value), at });
  endBody(fn, at);
  module.addFunction(
    finish(fn, { params: params.length + 1, captures: 0 }, hashText(params.join() + result)),
  );
}
