/** The shape of a library's interface, and of a library with everything typed. */
import type { ClassField } from "#compiler/types/type.ts";
import type { TypedMember } from "../library/member_bodies.ts";
import type { DeclaredClass } from "./members.ts";
import type { ModuleScope, ModuleSource, Program } from "./program.ts";

/** What a library shows to those that use it (`.hxi`): its modules without bodies, every type written. */
export interface Interface {
  readonly library: string;
  readonly modules: readonly InterfaceModule[];
}

export type InterfaceModule = Omit<ModuleSource, "lineStarts">;

/** A library whose bodies have been typed, with what a session keeps of it. */
export interface TypedProgram {
  readonly program: Program;
  readonly modules: readonly ModuleScope[];
  readonly classes: readonly DeclaredClass[];
  readonly typed: ReadonlyMap<ClassField, TypedMember>;
}
