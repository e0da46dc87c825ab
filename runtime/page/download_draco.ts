import type { DecodeDraco } from "#asset_tools/fpkg/draco_decoder.ts";

/** Gets Draco's decoder from `draco.js` beside the page: the bundle of runtime/draco_page. */
export async function downloadDraco(): Promise<DecodeDraco> {
  const { loadDraco } = (await import(new URL("draco.js", document.baseURI).href)) as {
    readonly loadDraco: () => Promise<DecodeDraco>;
  };
  return loadDraco();
}
