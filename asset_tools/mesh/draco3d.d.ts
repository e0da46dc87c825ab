/** The package draco3d has no types; draco.ts says what it uses of the modules. */
declare module "draco3d" {
  const draco: {
    createEncoderModule(settings: object): Promise<unknown>;
    createDecoderModule(settings: object): Promise<unknown>;
  };
  export default draco;
}
