/** Behaviours under ids of their own: what a package lets scenes say of its code. */

export interface BehaviorDefinition {
  readonly id: string;
  /** Class path. */
  readonly class: string;
  readonly params: readonly DeclaredParam[];
}

/** What a package says of a parameter of the class; null where it leaves that to the code. */
export interface DeclaredParam {
  /** As the code or as scenes spell it. */
  readonly name: string;
  /** Name of its type. */
  readonly type: string | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Its value where a scene gives none, as text. */
  readonly default: string | null;
}

/** The behaviours of a package, as the action reads them that checks them against the code. */
export interface BehaviorsFragment {
  readonly kind: "behaviors";
  readonly package: string;
  readonly behaviors: readonly BehaviorDefinition[];
}

/** Behaviours by `package.Id`. */
export type NamedBehaviors = Readonly<Record<string, BehaviorDefinition>>;
