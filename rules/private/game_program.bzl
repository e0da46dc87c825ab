"""`game_program`: a game's code with the entry that the build writes, and its packages; what dev and ship targets start from."""

load("//rules:providers.bzl", "DevGraphInfo", "HaxeInfo", "PackageInfo")
load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load(":choice_setting.bzl", "ChoiceInfo")
load(":haxe_compile.bzl", "RESOURCES_ATTR", "compile_haxe")
load(":haxe_library.bzl", "STD_ATTRS")
load(":tool_action.bzl", "TOOL_ATTRS", "tool_action")

GameInfo = provider(
    doc = "A game to be run or shipped.",
    fields = {
        "assets": "A depset of structs as in PackageInfo.",
        "bundle": "File: all packages in one `.fpkg`, in ship layout.",
        "entry": "string: path of the class whose `main` runs.",
        "haxe": "HaxeInfo of the game's code, entry included.",
        "title": "string: for windows and pages.",
    },
)

# The class that the build writes; its name is the program's entry.
_ENTRY = "GameEntry"

def _game_program_impl(ctx):
    packages = [package[PackageInfo] for package in ctx.attr.packages]
    scenes = depset(transitive = [package.scenes for package in packages], order = "postorder")
    entry = ctx.actions.declare_file("{}.entry/{}.hx".format(ctx.label.name, _ENTRY))
    entry_action = tool_action(
        ctx,
        tool = "compiler",
        command = "entry",
        flags = [
            ("--scene", scenes.to_list()),
            ("--behaviors", depset(
                transitive = [package.behaviors for package in packages],
                order = "postorder",
            ).to_list()),
            ("--schema", ctx.attr.code[HaxeInfo].schemas.to_list()),
            ("--main", ctx.attr.main),
            ("--name", _ENTRY),
            ("--out", entry),
        ],
        outputs = [entry],
        mnemonic = "GameEntry",
        progress_message = "Writing the entry of %{label}",
    )
    haxe, graph = compile_haxe(
        ctx,
        sources = [entry],
        roots = [entry.short_path.removesuffix("/{}.hx".format(_ENTRY))],
        deps = [ctx.attr._std, ctx.attr.code],
        resources = ctx.attr.resources,
    )
    bundle = ctx.actions.declare_file(ctx.label.name + ".bundle.fpkg")
    bundle_action = tool_action(
        ctx,
        tool = "assets",
        command = "bundle",
        flags = [
            ("--package", depset(transitive = [package.packages for package in packages], order = "postorder").to_list()),
            ("--codec", ctx.attr._codec[ChoiceInfo].value),
            ("--out", bundle),
        ],
        outputs = [bundle],
        mnemonic = "ShipBundle",
        progress_message = "Bundling packages of %{label}",
    )
    return [
        DefaultInfo(files = depset([bundle], transitive = [haxe.bytecode, haxe.javascript])),
        GameInfo(
            assets = depset(transitive = [package.assets for package in packages], order = "postorder"),
            bundle = bundle,
            entry = _ENTRY,
            haxe = haxe,
            title = ctx.attr.title or ctx.label.name,
        ),
        DevGraphInfo(actions = depset(
            [entry_action] + graph.actions.to_list() + [bundle_action],
            transitive = [dep[DevGraphInfo].actions for dep in ctx.attr.packages + [ctx.attr.code, ctx.attr._std]],
            order = "postorder",
        )),
    ]

game_program = rule(
    implementation = _game_program_impl,
    attrs = TOOL_ATTRS | STD_ATTRS | {
        "code": attr.label(
            doc = "The library with the class `main`.",
            mandatory = True,
            providers = [HaxeInfo],
        ),
        "main": attr.string(
            doc = "Path of the class whose `main` starts the game.",
            default = "Main",
        ),
        "packages": attr.label_list(
            doc = "The asset packages that the game loads.",
            providers = [PackageInfo],
        ),
        "resources": RESOURCES_ATTR,
        "title": attr.string(doc = "For windows and pages; the target's name if not given."),
        "_codec": attr.label(default = "//rules:package_codec"),
    },
    doc = "A game's code and assets, compiled for interpreter and JIT.",
    provides = [GameInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)
