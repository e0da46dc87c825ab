"""`providers_test`: what the rules tell each other."""

load("//rules:providers.bzl", "AssetInfo", "HaxeInfo", "PackageInfo")
load(":actions.bzl", "differences", "finish")

def _names(files):
    return [file.basename for file in files.to_list()]

def _providers_test_impl(ctx):
    problems = []
    haxe = ctx.attr.library[HaxeInfo]
    for field, extension in [("interfaces", "hxi"), ("ir", "hir"), ("bytecode", "hbc"), ("javascript", "js")]:
        # The standard library is first, as everything needs it; a dependency comes before what depends on it.
        problems += differences(
            "HaxeInfo." + field,
            _names(getattr(haxe, field)),
            ["{}.{}".format(name, extension) for name in ["std", "base", "user"]],
        )
    texture = ctx.attr.asset[AssetInfo]
    problems += differences("AssetInfo", (texture.kind, texture.id, texture.blob.basename), ("texture", "Dots", "Dots.texture"))
    package = ctx.attr.package[PackageInfo]
    problems += differences("PackageInfo.packages", _names(package.packages), ["core.fpkg", "environment.fpkg", "vehicles.fpkg"])
    problems += differences("PackageInfo.fpkg", package.fpkg.basename, "vehicles.fpkg")
    problems += differences("PackageInfo.scenes", _names(package.scenes), [
        "Plant.json",
        "Fence.json",
        "Stone.json",
        "Windsock.json",
        "DriftingCloud.json",
        "SpinningRotor.json",
        "Puff.json",
        "Quadcopter.json",
    ])
    return finish(problems)

providers_test = rule(
    implementation = _providers_test_impl,
    analysis_test = True,
    attrs = {
        "asset": attr.label(providers = [AssetInfo]),
        "library": attr.label(providers = [HaxeInfo]),
        "package": attr.label(providers = [PackageInfo]),
    },
    doc = "Passes when providers hold what their fields say, dependencies before dependants.",
)
