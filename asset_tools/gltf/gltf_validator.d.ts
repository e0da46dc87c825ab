/** What is used of the package gltf-validator, which has no types. */

declare module "gltf-validator" {
  export interface Issue {
    readonly code: string;
    readonly message: string;
    /** 0 error, 1 warning, 2 information, 3 hint. */
    readonly severity: 0 | 1 | 2 | 3;
    /** Into the JSON, unless it is about the bytes of a GLB. */
    readonly pointer?: string;
    readonly offset?: number;
  }

  export interface Options {
    readonly format: "glb" | "gltf";
    readonly writeTimestamp: boolean;
    readonly maxIssues: number;
    readonly ignoredIssues: string[];
    readonly severityOverrides: Readonly<Record<string, 0 | 1 | 2 | 3>>;
    readonly externalResourceFunction: (uri: string) => Promise<Uint8Array>;
  }

  const validator: {
    validateBytes(
      data: Uint8Array,
      options: Options,
    ): Promise<{ readonly issues: { readonly messages: readonly Issue[] } }>;
  };
  export default validator;
}
