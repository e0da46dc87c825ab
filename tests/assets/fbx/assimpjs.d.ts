declare module "assimpjs" {
  interface AssimpFile {
    GetPath(): string;
    GetContent(): Uint8Array;
  }
  interface AssimpResult {
    IsSuccess(): boolean;
    GetErrorCode(): string;
    FileCount(): number;
    GetFile(index: number): AssimpFile;
  }
  interface Assimp {
    ConvertFile(
      name: string,
      format: "assjson" | "glb2",
      content: Uint8Array,
      exists: (name: string) => boolean,
      load: (name: string) => Uint8Array,
    ): AssimpResult;
  }
  export default function assimp(): Promise<Assimp>;
}
